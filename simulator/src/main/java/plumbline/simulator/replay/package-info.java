/** Plays recorded readings against a broker, as if they were taken now. */
@NullMarked
package plumbline.simulator.replay;

import org.jspecify.annotations.NullMarked;
