/**
 * Synthetic wearers: what they do with their bodies, second by second, and the truth about it. Pure: a wearer follows
 * from its seed, its persona, its start and what it was moved to do.
 */
@NullMarked
package plumbline.simulator.wearer;

import org.jspecify.annotations.NullMarked;
