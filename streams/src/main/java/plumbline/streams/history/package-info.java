/** What came too late for its place in the order: kept in mind, and worked into the history by folding it anew. Pure. */
@NullMarked
package plumbline.streams.history;

import org.jspecify.annotations.NullMarked;
