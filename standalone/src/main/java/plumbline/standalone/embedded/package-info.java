/** A Kafka broker and an MQTT broker in this JVM, for demos and tests; clients find them on the loopback address. */
@NullMarked
package plumbline.standalone.embedded;

import org.jspecify.annotations.NullMarked;
