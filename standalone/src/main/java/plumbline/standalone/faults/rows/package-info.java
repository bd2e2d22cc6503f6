/** The rows of the matrix: a fault, what it may do, and the figure that shows it. */
@NullMarked
package plumbline.standalone.faults.rows;

import org.jspecify.annotations.NullMarked;
