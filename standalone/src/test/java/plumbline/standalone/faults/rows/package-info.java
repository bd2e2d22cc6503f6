/** The rows of the matrix, without running them. */
@NullMarked
package plumbline.standalone.faults.rows;

import org.jspecify.annotations.NullMarked;
