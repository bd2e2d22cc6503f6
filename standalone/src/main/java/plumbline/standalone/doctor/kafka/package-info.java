/** The doctor's look at Kafka. */
@NullMarked
package plumbline.standalone.doctor.kafka;

import org.jspecify.annotations.NullMarked;
