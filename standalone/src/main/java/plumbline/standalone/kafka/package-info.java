/** What passes through the pipeline's topics, seen from outside. */
@NullMarked
package plumbline.standalone.kafka;

import org.jspecify.annotations.NullMarked;
