/** Plays a fleet of virtual devices against a broker, as time passes. */
@NullMarked
package plumbline.simulator.play;

import org.jspecify.annotations.NullMarked;
