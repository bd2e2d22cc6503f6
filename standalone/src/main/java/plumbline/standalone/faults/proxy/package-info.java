/** The network between them, as something that can be cut, slowed and listened to. */
@NullMarked
package plumbline.standalone.faults.proxy;

import org.jspecify.annotations.NullMarked;
