/** Recorded readings in a CSV file, and the uploads that a device would have made of them. */
@NullMarked
package plumbline.contract.recording;

import org.jspecify.annotations.NullMarked;
