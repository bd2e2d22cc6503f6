/** Many devices at a steady rate, and a ledger of what became of every upload. */
@NullMarked
package plumbline.simulator.load;

import org.jspecify.annotations.NullMarked;
