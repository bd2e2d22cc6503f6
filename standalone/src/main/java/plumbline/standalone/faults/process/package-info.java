/** What the fault suite starts and ends: brokers and services, each in a process of its own. */
@NullMarked
package plumbline.standalone.faults.process;

import org.jspecify.annotations.NullMarked;
