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

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Frugal() {}

    /** The result of {@code work}, which must not allocate more than a few times {@code input}. Loads its classes first. */
    static <T> T decode(byte[] input, Supplier<T> work) {
        work.get();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        T result = work.get();
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated)
                .as("bytes allocated for %d bytes of input", input.length)
                .isLessThanOrEqualTo(BYTES_AT_ONCE + BYTES_PER_BYTE * input.length);
        return result;
    }
}
