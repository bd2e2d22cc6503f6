package plumbline.standalone.faults.stage;

import java.time.Duration;
import plumbline.standalone.faults.process.Footprint;
import plumbline.standalone.faults.process.ServiceProcess;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.verdict.Findings;

/** What a service holds after a fault and did not hold before it. */
public final class Leaks {
    /** Threads and sockets of the last connections end within seconds, or later on a busy machine. */
    private static final Duration GONE_WITHIN = Duration.ofSeconds(60);

    /** A service is ready before the last of its connections is made. */
    private static final Duration STEADY_FOR = Duration.ofSeconds(3);

    private static final Duration STEADY_WITHIN = Duration.ofSeconds(30);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** The load itself and the code compiled meanwhile come and go by some of each. */
    private static final int THREADS = 2;

    private static final int FILES = 4;
    private static final long HEAP_BYTES = 16L * 1024 * 1024;
    private static final long MEGABYTE = 1024 * 1024;

    private final Footprint before;

    private Leaks(Footprint before) {
        this.before = before;
    }

    /** From when the threads and files of {@code service} stay as many for some seconds. */
    public static Leaks since(ServiceProcess service) {
        Footprint[] before = {service.footprint()};
        Waiting.pause(STEADY_FOR);
        Waiting.took(STEADY_WITHIN, STEADY_FOR, () -> {
            Footprint earlier = before[0];
            before[0] = service.footprint();
            return before[0].holdsAsManyAs(earlier);
        });
        return new Leaks(before[0]);
    }

    /** Requires that {@code service} is as small as before, within some seconds. */
    public void until(ServiceProcess service, Findings findings) {
        Footprint[] after = {service.footprint()};
        Waiting.took(GONE_WITHIN, LOOK_EVERY, () -> {
            after[0] = service.footprint();
            return isAsBefore(after[0]);
        });
        findings.require(isAsBefore(after[0]), "it holds more than before");
        tell(after[0], findings);
    }

    /** Tells what {@code service} holds now, whatever it is. */
    public void tell(ServiceProcess service, Findings findings) {
        tell(service.footprint(), findings);
    }

    private void tell(Footprint after, Findings findings) {
        findings.figure("threads", before.threads() + " -> " + after.threads());
        findings.figure("files", before.openFiles() + " -> " + after.openFiles());
        findings.figure("heap", before.heapBytes() / MEGABYTE + " -> " + after.heapBytes() / MEGABYTE + " MB");
    }

    private boolean isAsBefore(Footprint after) {
        return after.threads() <= before.threads() + THREADS
                && after.openFiles() <= before.openFiles() + FILES
                && after.heapBytes() <= before.heapBytes() + HEAP_BYTES;
    }
}
