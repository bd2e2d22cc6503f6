/** Looks at what the pipeline stands on, and says what would keep it from its promise. */
@NullMarked
package plumbline.standalone.doctor;

import org.jspecify.annotations.NullMarked;
