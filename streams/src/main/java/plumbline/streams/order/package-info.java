/** What a device's uploads are before anybody looks at postures: new or seen before, at a believable time or not. Pure. */
@NullMarked
package plumbline.streams.order;

import org.jspecify.annotations.NullMarked;
