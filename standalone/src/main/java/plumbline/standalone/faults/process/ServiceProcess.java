package plumbline.standalone.faults.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.operator.ServiceException;
import plumbline.standalone.faults.naive.mqtt.NaiveIngester;

/** One service of the pipeline in a process of its own, which can be killed and started again. */
public final class ServiceProcess implements AutoCloseable {
    /** What an ingester or streams may use. */
    public static final int HEAP_MEGABYTES = 256;

    private static final String PROGRAM = "plumbline.standalone.Plumbline";
    private static final String HEAP = "jvm_memory_used_bytes";
    private static final String HEAP_TAG = "area=\"heap\"";
    private static final int ATTEMPTS = 5;
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Workshop workshop;
    private final String name;
    private final String program;
    private final List<String> arguments;
    private final Ops ops;
    private Child child;

    private ServiceProcess(Workshop workshop, String name, String program, int opsPort, List<String> arguments) {
        this.workshop = workshop;
        this.name = name;
        this.program = program;
        this.arguments = arguments;
        this.ops = new Ops(opsPort);
        this.child = launch();
    }

    private Child launch() {
        return workshop.java(name, HEAP_MEGABYTES, program, arguments);
    }

    public static ServiceProcess ingest(Workshop workshop, MqttEndpoint mqtt, KafkaEndpoint kafka) {
        return start(workshop, "ingest", kafka, List.of("--mqtt", mqtt.address()));
    }

    public static ServiceProcess streams(Workshop workshop, KafkaEndpoint kafka) {
        Path state = workshop.folder(kafka.prefix().name("streams-state"));
        return start(workshop, "streams", kafka, List.of("--state-dir", state.toString()));
    }

    /** One of several instances of streams, with its own local state. */
    public static ServiceProcess streams(
            Workshop workshop, KafkaEndpoint kafka, LocalState state, int instance, List<String> options) {
        List<String> arguments =
                new ArrayList<>(List.of("--state-dir", state.folder().toString()));
        arguments.addAll(options);
        return start(workshop, "streams", "streams-" + instance, kafka, arguments);
    }

    /** The control in the ingester's place. */
    public static ServiceProcess naive(Workshop workshop, MqttEndpoint mqtt, KafkaEndpoint kafka, String clientId) {
        int opsPort = Workshop.freePort();
        return new ServiceProcess(
                workshop,
                kafka.prefix().name("naive"),
                NaiveIngester.class.getName(),
                opsPort,
                List.of(mqtt.address(), kafka.bootstrap(), kafka.prefix().name(""), clientId, String.valueOf(opsPort)));
    }

    private static ServiceProcess start(Workshop workshop, String command, KafkaEndpoint kafka, List<String> more) {
        return start(workshop, command, command, kafka, more);
    }

    private static ServiceProcess start(
            Workshop workshop, String command, String name, KafkaEndpoint kafka, List<String> more) {
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
        return new ServiceProcess(workshop, kafka.prefix().name(name), PROGRAM, opsPort, arguments);
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

    /** Whether it says that it does not do its work now; no answer in time says nothing. */
    public boolean saysNotReady() {
        return ops.saysNotReady();
    }

    /**
     * A counter or gauge, summed over its tags.
     *
     * @throws ServiceException where the process does not tell it
     */
    public double metric(String metric) {
        return told(metric, "");
    }

    private double told(String metric, String tag) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            OptionalDouble value = ops.metric(metric, tag);
            if (value.isPresent()) {
                return value.getAsDouble();
            }
            Waiting.pause(LOOK_EVERY);
        }
        throw new ServiceException(name + " does not tell " + metric);
    }

    /** Used heap in bytes, garbage included; 0 where the process does not answer. */
    public long heapBytes() {
        return (long) ops.metric(HEAP, HEAP_TAG).orElse(0);
    }

    /**
     * What it holds now, after a garbage collection.
     *
     * @throws ServiceException where the process does not tell
     */
    public Footprint footprint() {
        Child.require(List.of(jcmd(), String.valueOf(child.pid()), "GC.run"));
        return new Footprint((int) metric("jvm_threads_live_threads"), (int) metric("process_files_open_files"), (long)
                told(HEAP, HEAP_TAG));
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
