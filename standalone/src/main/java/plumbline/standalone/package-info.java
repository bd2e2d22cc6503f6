/** The root command, which brings everything together in one program. */
@NullMarked
package plumbline.standalone;

import org.jspecify.annotations.NullMarked;
