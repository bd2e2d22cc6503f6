/** The parts of the pipeline in one program: its brokers and its services. */
@NullMarked
package plumbline.standalone.pipeline;

import org.jspecify.annotations.NullMarked;
