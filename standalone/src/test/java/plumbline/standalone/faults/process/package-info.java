/** What the fault suite starts and ends, with small children in place of brokers. */
@NullMarked
package plumbline.standalone.faults.process;

import org.jspecify.annotations.NullMarked;
