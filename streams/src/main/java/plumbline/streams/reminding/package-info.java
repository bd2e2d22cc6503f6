/** When a wearer is reminded, when not and why, and what a reminder suggests. Pure. */
@NullMarked
package plumbline.streams.reminding;

import org.jspecify.annotations.NullMarked;
