/** What the streams service asks of Kafka beside its topology: how far it is, and what devices sent before. */
@NullMarked
package plumbline.streams.kafka;

import org.jspecify.annotations.NullMarked;
