/** Reads reminders and answers, and keeps the steps of deliveries, on Kafka. */
@NullMarked
package plumbline.alerts.kafka;

import org.jspecify.annotations.NullMarked;
