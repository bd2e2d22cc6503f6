package plumbline.standalone.demo;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.operator.ScaledClock;
import plumbline.contract.operator.ServiceException;
import plumbline.contract.operator.StopSignal;
import plumbline.simulator.kafka.ProfileWriter;
import plumbline.simulator.play.Fleet;
import plumbline.simulator.roster.PlayPlan;
import plumbline.simulator.roster.Profiles;
import plumbline.simulator.roster.UploadFormat;
import plumbline.standalone.kafka.PipelineWatch;
import plumbline.standalone.pipeline.Brokers;
import plumbline.standalone.pipeline.Services;

/** Starts the whole pipeline, lets wearers live for a while, shows what happens, and stops all of it. */
final class DemoRun {
    /** The wearers have been at it for this long when the demo begins, so that the first reminder is not far. */
    private static final Duration HEAD_START = Duration.ofMinutes(25);

    private static final Duration SUMMARY_EVERY = Duration.ofSeconds(10);

    private final DemoPlan plan;
    private final DemoWords words;
    private final PrintWriter progress;
    private final DemoTotals totals = new DemoTotals();
    private final DemoScreen screen;
    private final StopSignal stop;
    private String said = "";

    /**
     * @param progress for what is under way, beside the results
     * @param stop ends the demo early
     */
    DemoRun(DemoPlan plan, PrintWriter out, PrintWriter progress, StopSignal stop) {
        this.plan = plan;
        this.progress = progress;
        this.stop = stop;
        words = new DemoWords(plan);
        screen = new DemoScreen(out, totals);
    }

    void run() {
        long began = System.nanoTime();
        say("starting an MQTT broker and a Kafka broker in this program...");
        try (Brokers brokers = Brokers.start(plan.mqttPort(), plan.kafkaPort())) {
            screen.print(words.brokersReady(seconds(began), brokers));
            watch(brokers);
            screen.print(words.end(totals));
        }
    }

    private void watch(Brokers brokers) {
        KafkaEndpoint kafka = brokers.kafka();
        int partitions = new TopicProvisioner(kafka).provision();
        PipelineWatch watch = PipelineWatch.start(kafka, partitions, screen);
        try {
            serve(brokers);
        } finally {
            watch.close();
        }
    }

    private void serve(Brokers brokers) {
        long began = System.nanoTime();
        Clock clock = clock();
        Services services =
                Services.start(brokers.mqtt(), brokers.kafka(), plan.rules(), clock, new SimpleMeterRegistry());
        try {
            screen.print(words.servicesReady(seconds(began), brokers));
            if (plan.devices() == 0) {
                live(Optional::empty);
            } else {
                play(brokers, clock);
            }
        } finally {
            say("stopping...");
            services.close();
        }
    }

    private Clock clock() {
        Clock real = Clock.systemUTC();
        return plan.speed() == 1 ? real : new ScaledClock(real, plan.speed(), real.instant());
    }

    private void play(Brokers brokers, Clock clock) {
        PlayPlan play = new PlayPlan(plan.devices(), plan.seed(), HEAD_START, UploadFormat.MIXED);
        ProfileWriter.write(brokers.kafka(), Profiles.of(play, clock.instant()));
        try (Fleet fleet = new Fleet(brokers.mqtt(), play, clock, new Unheard())) {
            fleet.start();
            live(fleet::fault);
        }
    }

    /** Something that may fail while the demo goes on. */
    private interface Faults {
        Optional<String> fault();
    }

    /** Returns when the time is over or somebody stops the demo. */
    private void live(Faults faults) {
        long began = System.nanoTime();
        Duration left = leftSince(began);
        while (!left.isNegative() && !stop.await(left.compareTo(SUMMARY_EVERY) < 0 ? left : SUMMARY_EVERY)) {
            faults.fault().ifPresent(fault -> {
                throw new ServiceException("the simulated wearers stopped: " + fault);
            });
            left = leftSince(began);
            sayWhatIsNew();
        }
    }

    private void sayWhatIsNew() {
        String now = totals.soFar();
        if (!now.equals(said)) {
            said = now;
            say(now);
        }
    }

    private Duration leftSince(long beganNanos) {
        return plan.length()
                .map(length -> length.minusNanos(System.nanoTime() - beganNanos))
                .orElse(SUMMARY_EVERY);
    }

    private void say(String line) {
        progress.println(line);
        progress.flush();
    }

    private static String seconds(long sinceNanos) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - sinceNanos) / 1e9);
    }
}
