package plumbline.standalone.faults.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import plumbline.contract.operator.ServiceException;

/** Waiting that always has an end. */
public final class Waiting {
    private Waiting() {}

    /** How long {@code condition} took to hold; {@code bound} where it never did. */
    public static Duration took(Duration bound, Duration every, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin >= bound.toNanos()) {
                return bound;
            }
            pause(every);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /**
     * Returns once {@code condition} holds.
     *
     * @param what is awaited, for people
     * @throws ServiceException where it does not hold within {@code bound}
     */
    public static void until(String what, Duration bound, Duration every, BooleanSupplier condition) {
        if (took(bound, every, condition).compareTo(bound) >= 0) {
            throw new ServiceException("in vain for " + bound.toSeconds() + " s: " + what);
        }
    }

    /** Lets time pass, as the rows of the matrix ask for; none where {@code length} is negative. */
    public static void pause(Duration length) {
        try {
            Thread.sleep(Math.max(0, length.toMillis()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static ServiceException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ServiceException("interrupted", cause);
    }
}
