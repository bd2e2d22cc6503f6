/** Kafka's side of the ingester. */
@NullMarked
package plumbline.ingest.kafka;

import org.jspecify.annotations.NullMarked;
