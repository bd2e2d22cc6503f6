package plumbline.standalone.faults.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A disk of its own, in memory, that can be filled to the last byte. Only root may make one. */
public final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "size=256m";
    private static final int CHUNK_BYTES = 64 * 1024;

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** Why there can be none here; nothing where there can. */
    public static Optional<String> lacks() {
        boolean can = "Linux".equals(System.getProperty("os.name"))
                && "root".equals(System.getProperty("user.name"))
                && Workshop.has("mount");
        return can ? Optional.empty() : Optional.of("a small disk of its own needs root on Linux");
    }

    /**
     * Mounts it.
     *
     * @throws plumbline.contract.operator.ServiceException where the system does not let us
     */
    public static SmallDisk mount(Workshop workshop, String name) {
        Path folder = workshop.folder(name);
        Child.require(List.of("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString()));
        SmallDisk disk = new SmallDisk(folder);
        workshop.atEnd(disk::close);
        return disk;
    }

    Path folder() {
        return folder;
    }

    /** Leaves no room for another byte. */
    public void fill() {
        byte[] chunk = new byte[CHUNK_BYTES];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (folder.toFile().getUsableSpace() > 0) {
                out.write(chunk, 0, (int) Math.min(CHUNK_BYTES, folder.toFile().getUsableSpace()));
            }
        } catch (IOException e) {
            // somebody else has written meanwhile, and now it is full
        }
    }

    /** Gives the room back. */
    public void free() {
        try {
            Files.deleteIfExists(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes it off the system, once whoever has files on it has ended. */
    @Override
    public void close() {
        Child.run(List.of("umount", "-l", folder.toString()));
    }
}
