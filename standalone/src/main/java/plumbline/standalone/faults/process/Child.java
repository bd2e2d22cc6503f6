package plumbline.standalone.faults.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import plumbline.contract.operator.ServiceException;

/** A process that the suite has started; what it says goes to a file. */
public final class Child implements AutoCloseable {
    /** A short command on a busy machine; the longest is a garbage collection. */
    private static final Duration RUN_WITHIN = Duration.ofSeconds(60);

    /** Twice what streams takes for its leave at most. */
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(30);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @throws ServiceException where the program can't be started */
    static Child start(List<String> command, Path log) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            // Settings meant for this program would be taken by its children as well.
            builder.environment().keySet().removeIf(name -> name.startsWith("PLUMBLINE_"));
            return new Child(builder.start(), log);
        } catch (IOException e) {
            throw new ServiceException("can't start " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends it; after {@link Signal#KILL} returns once the process is gone. */
    void signal(Signal signal) {
        run(List.of("sh", "-c", "kill -" + signal + " " + pid()));
        if (signal == Signal.KILL) {
            awaitEnd();
        }
    }

    /**
     * Runs a short command that has to succeed.
     *
     * @throws ServiceException where it does not
     */
    static void require(List<String> command) {
        int code = run(command);
        if (code != 0) {
            throw new ServiceException(String.join(" ", command) + " fails with code " + code);
        }
    }

    /** Runs a short command to its end, and returns its exit code. */
    static int run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(RUN_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new ServiceException(String.join(" ", command) + " does not end");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new ServiceException("can't run " + command.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(ENDED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    /**
     * Returns once it has said {@code line}.
     *
     * @throws ServiceException where it ends before, or does not within {@code bound}
     */
    void awaitLine(String line, Duration bound) {
        Waiting.until(log + " says '" + line + "'", bound, LOOK_EVERY, () -> {
            if (!isAlive()) {
                throw new ServiceException("a process ended as soon as it was started; see " + log);
            }
            return says(line);
        });
    }

    private boolean says(String line) {
        try {
            // Not as strict text: the last character may be half written.
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).contains(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void destroy() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        if (isAlive()) {
            signal(Signal.CONT);
            signal(Signal.TERM);
            if (!awaitEnd()) {
                signal(Signal.KILL);
            }
        }
    }
}
