/** How a service talks to the MQTT broker: one connection at a time, each used once, none left behind. */
@NullMarked
package plumbline.contract.mqtt;

import org.jspecify.annotations.NullMarked;
