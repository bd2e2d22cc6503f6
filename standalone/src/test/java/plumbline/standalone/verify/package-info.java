/** The verification verified: it finds what is there, and says when something is not. */
@NullMarked
package plumbline.standalone.verify;

import org.jspecify.annotations.NullMarked;
