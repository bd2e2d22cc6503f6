/** Simulated wearers on the machine of the pipeline, without brokers, and what it found against what was true. */
@NullMarked
package plumbline.standalone.verify;

import org.jspecify.annotations.NullMarked;
