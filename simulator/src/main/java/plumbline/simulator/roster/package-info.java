/** Who takes part in a simulation: personas, devices, upload forms and profiles, all from a seed. Pure. */
@NullMarked
package plumbline.simulator.roster;

import org.jspecify.annotations.NullMarked;
