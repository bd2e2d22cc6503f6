/** The suite's own ways into Kafka and out of it. */
@NullMarked
package plumbline.standalone.faults.kafka;

import org.jspecify.annotations.NullMarked;
