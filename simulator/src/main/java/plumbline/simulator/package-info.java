/** The command {@code simulate}: synthetic wearers, or recorded ones, for a broker. */
@NullMarked
package plumbline.simulator;

import org.jspecify.annotations.NullMarked;
