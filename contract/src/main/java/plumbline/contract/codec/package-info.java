/** Between bytes and meaning: uploads and answers read and written, events as JSON. Bad bytes are a value, not an exception. */
@NullMarked
package plumbline.contract.codec;

import org.jspecify.annotations.NullMarked;
