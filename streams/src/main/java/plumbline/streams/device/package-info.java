/** One device as a machine: what arrives goes through order, detection and reminding, and comes out as effects. Pure. */
@NullMarked
package plumbline.streams.device;

import org.jspecify.annotations.NullMarked;
