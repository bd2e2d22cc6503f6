/** How a service connects to the MQTT broker. */
@NullMarked
package plumbline.contract.mqtt;

import org.jspecify.annotations.NullMarked;
