/** The fault suite: each row of the matrix run against real processes, and what became of its promise. */
@NullMarked
package plumbline.standalone.faults;

import org.jspecify.annotations.NullMarked;
