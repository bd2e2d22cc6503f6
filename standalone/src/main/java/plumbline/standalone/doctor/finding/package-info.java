/** What the doctor has found. */
@NullMarked
package plumbline.standalone.doctor.finding;

import org.jspecify.annotations.NullMarked;
