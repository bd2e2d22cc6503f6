/** How virtual devices reach an MQTT broker: one connection each, on event loops that all share. */
@NullMarked
package plumbline.simulator.mqtt;

import org.jspecify.annotations.NullMarked;
