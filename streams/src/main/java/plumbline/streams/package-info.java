/** Uploads to episodes and reminders: the streams service and the backtest of the same rules on a file. */
@NullMarked
package plumbline.streams;

import org.jspecify.annotations.NullMarked;
