/** Our topics on a Kafka cluster: where they are, that they are there, and which partition is a device's. */
@NullMarked
package plumbline.contract.kafka;

import org.jspecify.annotations.NullMarked;
