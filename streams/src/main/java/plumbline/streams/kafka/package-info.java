/** What is asked of Kafka beside the topology: how far it is, what devices sent before, and what was published. */
@NullMarked
package plumbline.streams.kafka;

import org.jspecify.annotations.NullMarked;
