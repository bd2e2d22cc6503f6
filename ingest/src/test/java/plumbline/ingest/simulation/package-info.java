/** The intake in a world of one thread and one seed: every fault at every step, and what must hold after each. */
@NullMarked
package plumbline.ingest.simulation;

import org.jspecify.annotations.NullMarked;
