/** Wearers who act from a script, what is to follow from it, and what did. Pure, but for the ids collected from Kafka. */
@NullMarked
package plumbline.standalone.faults.posture;

import org.jspecify.annotations.NullMarked;
