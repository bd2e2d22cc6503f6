package plumbline.contract.operator;

import java.util.Optional;

/** One long-running part of the pipeline. Used once: started, then closed. */
public interface Service extends AutoCloseable {
    /** One word, as it stands in logs and thread names. */
    String name();

    /**
     * Begins the work and returns; connecting may go on behind.
     *
     * @throws ServiceException where it can't begin, with a message for people
     */
    void start();

    /** Whether it does its work now: connected, assigned, flowing. */
    boolean isReady();

    /** Why it has stopped for good, or nothing while it works or is being retried. */
    Optional<String> fault();

    /** Stops within a bounded time and leaves nothing half done. Safe to call again. */
    @Override
    void close();
}
