/** Whole services on embedded brokers. */
@NullMarked
package plumbline.standalone;

import org.jspecify.annotations.NullMarked;
