/** The network between them, over loopback. */
@NullMarked
package plumbline.standalone.faults.proxy;

import org.jspecify.annotations.NullMarked;
