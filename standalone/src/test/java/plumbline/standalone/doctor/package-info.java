/** The doctor's findings. */
@NullMarked
package plumbline.standalone.doctor;

import org.jspecify.annotations.NullMarked;
