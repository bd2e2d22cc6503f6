/** What becomes of a message: where it is stored, and when it may be confirmed. No broker, thread or clock in here. */
@NullMarked
package plumbline.ingest.intake;

import org.jspecify.annotations.NullMarked;
