/** The ingester: takes uploads and answers from MQTT, stores them in Kafka, and confirms each only then. */
@NullMarked
package plumbline.ingest;

import org.jspecify.annotations.NullMarked;
