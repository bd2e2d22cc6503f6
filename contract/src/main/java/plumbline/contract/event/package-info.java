/** What the services tell each other and the operator: the records behind every Kafka topic. Values only. */
@NullMarked
package plumbline.contract.event;

import org.jspecify.annotations.NullMarked;
