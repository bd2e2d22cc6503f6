/** The control: what a plain client loses under the same faults. */
@NullMarked
package plumbline.standalone.faults.naive.mqtt;

import org.jspecify.annotations.NullMarked;
