@NullMarked
package plumbline.standalone.faults.posture;

import org.jspecify.annotations.NullMarked;
