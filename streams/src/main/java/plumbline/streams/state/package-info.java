/** The bytes of a device's state: compact, versioned, without a schema registry or a JSON tree. Pure. */
@NullMarked
package plumbline.streams.state;

import org.jspecify.annotations.NullMarked;
