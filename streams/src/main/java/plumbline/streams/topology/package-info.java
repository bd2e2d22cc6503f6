/** The machine of a device on Kafka Streams: one processor, one store, one read and one write per record. */
@NullMarked
package plumbline.streams.topology;

import org.jspecify.annotations.NullMarked;
