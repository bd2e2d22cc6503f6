package plumbline.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** Measures what a piece of work allocates. */
final class Frugal {
    /** Of input, whatever it says. */
    private static final long BYTES_PER_BYTE = 4;

    /** Buffers, an exception with its trace, and what the fullest upload that is allowed holds: a byte can be a span. */
    private static final long BYTES_AT_ONCE = 256 * 1024;

    /** The search watches the code by instruments that allocate too. */
    private static final boolean SEARCHING = System.getenv("JAZZER_FUZZ") != null;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Frugal() {}

    /** The result of {@code work}, which must not allocate more than a few times {@code input}. */
    static <T> T decode(byte[] input, Supplier<T> work) {
        T result = work.get();
        if (SEARCHING) {
            return result;
        }
        assertThat(Math.min(allocatedBy(work), allocatedBy(work)))
                .as("bytes allocated for %d bytes of input", input.length)
                .isLessThanOrEqualTo(BYTES_AT_ONCE + BYTES_PER_BYTE * input.length);
        return result;
    }

    /** Once in a while the JSON library enlarges its table of names, so the smaller of two figures is the work's own. */
    private static long allocatedBy(Supplier<?> work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.get();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
