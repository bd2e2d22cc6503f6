/**
 * Virtual devices: what a wearable measures, batches, numbers, stores and sends, and what its wearer makes of a
 * reminder. Pure: time enters as an argument, what is to be sent is returned as data.
 */
@NullMarked
package plumbline.simulator.device;

import org.jspecify.annotations.NullMarked;
