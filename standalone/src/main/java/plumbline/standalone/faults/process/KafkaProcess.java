package plumbline.standalone.faults.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Kafka broker of one node in a process of its own, with its records in folders that outlive it. */
public final class KafkaProcess implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 512;
    private static final Duration STARTED_WITHIN = Duration.ofSeconds(60);

    private final Workshop workshop;
    private final String name;
    private final List<Path> folders;
    private final int port = Workshop.freePort();
    private int starts;
    private @Nullable Child child;

    private KafkaProcess(Workshop workshop, String name, List<Path> folders) {
        this.workshop = workshop;
        this.name = name;
        this.folders = folders;
    }

    /** Its records lie where all else does. */
    public static KafkaProcess of(Workshop workshop, String name) {
        return new KafkaProcess(workshop, name, List.of(workshop.folder(name)));
    }

    /** All its records lie on {@code disk}. */
    public static KafkaProcess on(SmallDisk disk, Workshop workshop, String name) {
        return new KafkaProcess(workshop, name, List.of(disk.folder()));
    }

    /** The records of about half the partitions lie on {@code disk}. */
    public static KafkaProcess halfOn(SmallDisk disk, Workshop workshop, String name) {
        return new KafkaProcess(workshop, name, List.of(workshop.folder(name), disk.folder()));
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
                Stream.concat(
                                Stream.of(String.valueOf(port), String.valueOf(advertisedPort)),
                                folders.stream().map(Path::toString))
                        .toList());
        child = started;
        started.awaitLine(KafkaMain.STARTED, STARTED_WITHIN);
    }

    public void signal(Signal signal) {
        if (child != null) {
            child.signal(signal);
        }
    }

    public boolean isAlive() {
        return child != null && child.isAlive();
    }

    @Override
    public void close() {
        if (child != null) {
            child.close();
        }
    }
}
