/** All that a row needs, set up for it and taken down after it. */
@NullMarked
package plumbline.standalone.faults.stage;

import org.jspecify.annotations.NullMarked;
