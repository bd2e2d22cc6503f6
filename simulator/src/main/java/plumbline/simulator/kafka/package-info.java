/** What a simulation tells the pipeline beside uploads: who its wearers are. */
@NullMarked
package plumbline.simulator.kafka;

import org.jspecify.annotations.NullMarked;
