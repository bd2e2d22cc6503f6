package plumbline.standalone.faults.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.mqtt.MqttEndpoint;

/** One service of the pipeline in a process of its own, which can be killed and started again. */
public final class ServiceProcess implements AutoCloseable {
    /** What an ingester or streams may use. */
    public static final int HEAP_MEGABYTES = 256;

    private static final String PROGRAM = "plumbline.standalone.Plumbline";
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Workshop workshop;
    private final String name;
    private final List<String> arguments;
    private final Ops ops;
    private Child child;

    private ServiceProcess(Workshop workshop, String name, int opsPort, List<String> arguments) {
        this.workshop = workshop;
        this.name = name;
        this.arguments = arguments;
        this.ops = new Ops(opsPort);
        this.child = launch();
    }

    private Child launch() {
        return workshop.java(name, HEAP_MEGABYTES, PROGRAM, arguments);
    }

    public static ServiceProcess ingest(Workshop workshop, MqttEndpoint mqtt, KafkaEndpoint kafka) {
        return start(workshop, "ingest", kafka, List.of("--mqtt", mqtt.address()));
    }

    public static ServiceProcess streams(Workshop workshop, KafkaEndpoint kafka) {
        Path state = workshop.folder(kafka.prefix().name("streams-state"));
        return start(workshop, "streams", kafka, List.of("--state-dir", state.toString()));
    }

    private static ServiceProcess start(Workshop workshop, String command, KafkaEndpoint kafka, List<String> more) {
        int opsPort = Workshop.freePort();
        List<String> arguments = new ArrayList<>(List.of(
                command,
                "--kafka",
                kafka.bootstrap(),
                "--topic-prefix",
                kafka.prefix().name(""),
                "--ops-port",
                String.valueOf(opsPort)));
        arguments.addAll(more);
        return new ServiceProcess(workshop, kafka.prefix().name(command), opsPort, arguments);
    }

    /** Returns once it does its work. */
    public void awaitReady() {
        Waiting.until(name + " is ready", READY_WITHIN, LOOK_EVERY, this::isReady);
    }

    public boolean isReady() {
        return ops.isReady();
    }

    public boolean isAlive() {
        return child.isAlive();
    }

    /** A counter or gauge, summed over its tags; 0 where it is not told. */
    public double metric(String metric) {
        return ops.metric(metric, "").orElse(0);
    }

    /** Used heap in bytes, garbage included; 0 where the process does not answer. */
    public long heapBytes() {
        return (long) ops.metric("jvm_memory_used_bytes", "area=\"heap\"").orElse(0);
    }

    /** What it holds now, after a garbage collection. */
    public Footprint footprint() {
        Child.run(List.of(jcmd(), String.valueOf(child.pid()), "GC.run"));
        return new Footprint(
                (int) metric("jvm_threads_live_threads"), (int) metric("process_files_open_files"), heapBytes());
    }

    private static String jcmd() {
        return Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    }

    public void signal(Signal signal) {
        child.signal(signal);
    }

    /** Starts it anew after it was killed; returns before it is ready. */
    public void restart() {
        child = launch();
    }

    @Override
    public void close() {
        child.close();
    }
}
