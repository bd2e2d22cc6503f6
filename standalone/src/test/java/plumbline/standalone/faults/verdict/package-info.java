/** What a row has found, and how it is told. */
@NullMarked
package plumbline.standalone.faults.verdict;

import org.jspecify.annotations.NullMarked;
