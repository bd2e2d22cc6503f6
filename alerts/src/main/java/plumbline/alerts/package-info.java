/** Reminders to people: the service that reads them from Kafka and brings them to the wearer. */
@NullMarked
package plumbline.alerts;

import org.jspecify.annotations.NullMarked;
