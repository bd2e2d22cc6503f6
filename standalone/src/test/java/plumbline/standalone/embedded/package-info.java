/** What the pipeline asks of its embedded brokers, tried with the clients that it uses. */
@NullMarked
package plumbline.standalone.embedded;

import org.jspecify.annotations.NullMarked;
