/** Reminders to the wearables themselves, over MQTT. */
@NullMarked
package plumbline.alerts.mqtt;

import org.jspecify.annotations.NullMarked;
