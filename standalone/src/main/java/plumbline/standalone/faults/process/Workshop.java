package plumbline.standalone.faults.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import plumbline.contract.operator.ServiceException;

/** Starts processes, with a folder for what they write; none outlives this program. */
public final class Workshop implements AutoCloseable {
    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final Path folder;
    private boolean isKept;
    private final List<Runnable> last = new CopyOnWriteArrayList<>();
    private final Thread hook = new Thread(this::destroy, "end-children");

    public Workshop() {
        try {
            folder = Files.createTempDirectory("plumbline-faults-");
        } catch (IOException e) {
            throw new ServiceException("can't make a temporary folder: " + e.getMessage(), e);
        }
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Where everything lies that the processes write. */
    public Path folder() {
        return folder;
    }

    /** A new folder in {@link #folder}. */
    Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Child start(String name, List<String> command) {
        Child child = Child.start(command, folder.resolve(name + ".log"));
        children.removeIf(earlier -> !earlier.isAlive());
        children.add(child);
        return child;
    }

    private void destroy() {
        children.forEach(Child::destroy);
        last.forEach(Runnable::run);
    }

    /** What is to be done after the last process, however this program ends; it may have been done before. */
    void atEnd(Runnable work) {
        last.add(work);
    }

    /** Starts a Java program of ours, with the class path of this one. */
    Child java(String name, int heapMegabytes, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx" + heapMegabytes + "m"));
        command.addAll(SMALL);
        command.addAll(List.of("-cp", classPath(), mainClass));
        command.addAll(arguments);
        return start(name, command);
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    /** Relative folders are ours, and so are they for the children, which work in the same folder. */
    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** A port that is free now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a program of this name can be started. */
    static boolean has(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** Leaves the folder where it is, to be looked at. */
    public void keep() {
        isKept = true;
    }

    @Override
    public void close() {
        children.forEach(Child::close);
        last.forEach(Runnable::run);
        if (!isKept) {
            clear();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // this program ends now, and the hook does its work
        }
    }

    private void clear() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("can't remove " + folder, e);
        }
    }
}
