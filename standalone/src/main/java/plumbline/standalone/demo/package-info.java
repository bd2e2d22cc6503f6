/** The whole pipeline in one program, with simulated wearers or for somebody else's devices. */
@NullMarked
package plumbline.standalone.demo;

import org.jspecify.annotations.NullMarked;
