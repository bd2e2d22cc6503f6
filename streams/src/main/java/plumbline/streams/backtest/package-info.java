/** The rules of the pipeline on a recording, without a broker. */
@NullMarked
package plumbline.streams.backtest;

import org.jspecify.annotations.NullMarked;
