package plumbline.standalone.doctor;

import static plumbline.standalone.doctor.finding.Finding.fine;
import static plumbline.standalone.doctor.finding.Finding.look;
import static plumbline.standalone.doctor.finding.Finding.wrong;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import plumbline.standalone.doctor.finding.Finding;
import plumbline.standalone.doctor.finding.Reach;

/** Java and the services' own ports. */
final class MachineCheck {
    private static final int LEAST_JAVA = 17;
    private static final long LEAST_HEAP_MIB = 200;
    private static final String LOOPBACK = "127.0.0.1";
    private static final Map<Integer, String> PORTS =
            new TreeMap<>(Map.of(8081, "ingest", 8082, "streams", 8083, "alerts"));

    private MachineCheck() {}

    static void run(Consumer<Finding> findings) {
        findings.accept(java(Runtime.version().feature()));
        findings.accept(heap(Runtime.getRuntime().maxMemory() / (1024 * 1024)));
        PORTS.forEach((port, service) ->
                findings.accept(port(service, port, Reach.fault(LOOPBACK, port).isEmpty())));
    }

    static Finding java(int version) {
        return version < LEAST_JAVA
                ? wrong("java", "Java " + version + "; " + LEAST_JAVA + " or newer is needed")
                : fine("java", "Java " + version);
    }

    static Finding heap(long mib) {
        return mib < LEAST_HEAP_MIB
                ? look(
                        "java",
                        "a heap of " + mib + " MiB; ingest may hold 128 MiB while Kafka is away: give it -Xmx256m")
                : fine("java", "a heap of up to " + mib + " MiB");
    }

    static Finding port(String service, int port, boolean taken) {
        return taken
                ? look(
                        "ports",
                        "somebody listens at " + port + ": if it is not " + service + ", start that with --ops-port")
                : fine("ports", port + " is free for " + service);
    }
}
