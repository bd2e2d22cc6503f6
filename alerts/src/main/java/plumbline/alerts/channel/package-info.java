/** Ways to the wearer other than MQTT: each makes one attempt and says how it ended. */
@NullMarked
package plumbline.alerts.channel;

import org.jspecify.annotations.NullMarked;
