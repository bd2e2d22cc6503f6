package plumbline.standalone.faults.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Kafka broker of one node in a process of its own, with its records in a folder that outlives it. */
public final class KafkaProcess implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 512;
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(60);

    private final Workshop workshop;
    private final String name;
    private final Path folder;
    private final int port = Workshop.freePort();
    private int starts;
    private @Nullable Child child;

    public KafkaProcess(Workshop workshop, String name) {
        this.workshop = workshop;
        this.name = name;
        this.folder = workshop.folder(name);
    }

    /** Where it listens itself, behind any proxy. */
    public int port() {
        return port;
    }

    /**
     * Starts it, or starts it again on its folder; returns once it serves clients.
     *
     * @param advertisedPort where it tells clients to come
     */
    public void start(int advertisedPort) {
        // A log of its own for each start: the line that tells of the start is not an earlier one's.
        Child started = workshop.java(
                name + "-" + ++starts,
                HEAP_MEGABYTES,
                KafkaMain.class.getName(),
                List.of(String.valueOf(port), String.valueOf(advertisedPort), folder.toString()));
        child = started;
        started.awaitLine(KafkaMain.STARTED, STARTED_WITHIN);
    }

    public void signal(Signal signal) {
        if (child != null) {
            child.signal(signal);
        }
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }
}
