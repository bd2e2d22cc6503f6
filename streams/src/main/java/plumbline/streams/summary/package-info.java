/** A wearer's day, summed up from what the detection credits and from what was told. Pure. */
@NullMarked
package plumbline.streams.summary;

import org.jspecify.annotations.NullMarked;
