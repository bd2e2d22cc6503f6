package plumbline.standalone.faults.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import plumbline.contract.event.KafkaEndpoint;

/** The folder where one instance of streams keeps its local copy of the devices' state. */
public final class LocalState {
    private static final double BROKEN = 0.5;

    private final Path folder;

    private LocalState(Path folder) {
        this.folder = folder;
    }

    /** A new one. */
    public static LocalState of(Workshop workshop, KafkaEndpoint kafka, int instance) {
        return new LocalState(workshop.folder(kafka.prefix().name("streams-state-" + instance)));
    }

    Path folder() {
        return folder;
    }

    /** Deletes all of it, while no process uses it. */
    public void delete() {
        for (Path path : files()) {
            remove(path);
        }
    }

    private static void remove(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes nonsense over part of each file whose name ends so, while no process uses it.
     *
     * @return how many there were
     */
    public int corrupt(String nameEnds, SplittableRandom random) {
        int corrupted = 0;
        for (Path path : files()) {
            if (Files.isRegularFile(path) && path.getFileName().toString().matches(nameEnds)) {
                corrupt(path, random);
                corrupted++;
            }
        }
        return corrupted;
    }

    private static void corrupt(Path path, SplittableRandom random) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            for (int i = 0; i < bytes.length; i++) {
                if (random.nextDouble() < BROKEN) {
                    bytes[i] = (byte) random.nextInt();
                }
            }
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in the folder, the deepest first. */
    private List<Path> files() {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
