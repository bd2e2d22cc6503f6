package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plumbline.simulator.kafka.StoredProbe;
import plumbline.simulator.load.LoadLedger;
import plumbline.simulator.load.LoadPlan;
import plumbline.simulator.load.LoadReport;
import plumbline.simulator.load.LoadRun;
import plumbline.standalone.pipeline.Brokers;
import plumbline.standalone.pipeline.Services;
import plumbline.streams.settings.RuleSettings;

/** The load and its ledger, with the whole pipeline between them. */
class LoadIT {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final long SOME = 300;

    private static Brokers brokers;
    private static Services services;

    @BeforeAll
    static void start() {
        brokers = Brokers.start(0, 0);
        services = Services.start(
                brokers.mqtt(),
                brokers.kafka(),
                RuleSettings.DEFAULTS.with(Map.of("stored.every", "1s")),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }

    @AfterAll
    static void stop() {
        services.close();
        brokers.close();
    }

    @SuppressWarnings("try") // the probe reads on its own
    private static LoadReport run(LoadPlan plan) {
        Clock clock = Clock.systemUTC();
        LoadLedger ledger = new LoadLedger(plan);
        try (StoredProbe probe = StoredProbe.start(brokers.kafka(), ledger, clock);
                LoadRun run = LoadRun.start(brokers.mqtt(), plan, ledger, clock)) {
            await().atMost(WITHIN).until(() -> ledger.stored() >= SOME);
            run.stopSending();
            assertThat(run.awaitSettled(WITHIN)).isTrue();
            await().atMost(WITHIN).until(() -> ledger.missing() == 0);
            return ledger.report();
        }
    }

    @Test
    void everyUploadIsAcknowledgedAndStored() {
        LoadReport report = run(new LoadPlan(20, 200, 5, false, 0, "plain"));

        assertThat(report.lost()).isZero();
        assertThat(report.acknowledged()).isEqualTo(report.sent()).isEqualTo(report.due());
        assertThat(report.stored()).isEqualTo(report.sent());
        assertThat(report.rejected()).isZero();
        assertThat(report.p99Millis()).isPositive();
    }

    @Test
    void everyPoisonIsRejectedAndNothingElse() {
        LoadReport report = run(new LoadPlan(20, 200, 5, false, 0.5, "poison"));

        assertThat(report.lost()).isZero();
        assertThat(report.stored()).isEqualTo(report.sent());
        assertThat((double) report.rejected() / report.sent()).isBetween(0.4, 0.55);
    }

    @Test
    void devicesThatKeepTheirUploadsLoseNone() {
        LoadReport report = run(new LoadPlan(20, 200, 5, true, 0, "kept"));

        assertThat(report.lost()).isZero();
        assertThat(report.stored()).isEqualTo(report.sent());
    }
}
