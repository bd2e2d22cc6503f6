/** A wearer's week, and that of a group, made of their days when somebody asks. Pure. */
@NullMarked
package plumbline.streams.week;

import org.jspecify.annotations.NullMarked;
