package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.mqtt.MqttArrival;
import plumbline.contract.mqtt.MqttClientSettings;
import plumbline.contract.mqtt.MqttConnection;
import plumbline.contract.mqtt.MqttListener;
import plumbline.ingest.IngestService;
import plumbline.ingest.IngestSettings;

/** Several connections share the messages: each is stored, by one of them. */
class SharedIngestIT {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final int UPLOADS = 300;

    /** Several times what a broker may send at once. */
    private static final int HELD = 2_000;

    private static final String ONE_REFUSED =
            "each connects; the embedded broker may refuse one while another makes the queue that they share";

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private IngestFixture fixture;

    @BeforeEach
    void startBrokers() throws Exception {
        fixture = new IngestFixture(folder);
    }

    @AfterEach
    void stopBrokers() {
        fixture.close();
    }

    private double metric(String name) {
        return IngestFixture.metric(registry, name);
    }

    @Test
    void threeConnectionsStoreEachMessageOnce() throws Exception {
        IngestSettings settings = new IngestSettings("three.ingest", 3, false);
        try (IngestService service = fixture.start(fixture.mqtt(), "three.", settings, registry)) {
            fixture.publishSeqs("d", 0, UPLOADS);
            fixture.assertAllStored("three.", UPLOADS);
            await().atMost(WITHIN).until(() -> metric("unacknowledged") == 0);
            assertThat(metric("received")).as("none came to two").isEqualTo(UPLOADS);
            assertThat(metric("epochs")).as(ONE_REFUSED).isGreaterThanOrEqualTo(3);
            assertThat(service.isReady()).isTrue();
        }
    }

    @Test
    void aCutOfAllOfThemLosesNothing() throws Exception {
        IngestSettings settings = new IngestSettings("cut.ingest", 3, false);
        try (CuttableProxy proxy = CuttableProxy.to(fixture.mqtt());
                IngestService service = fixture.start(proxy.endpoint(), "cut.", settings, registry)) {
            fixture.publishSeqs("d", 0, UPLOADS / 2);
            proxy.cut();
            fixture.publishSeqs("d", UPLOADS / 2, UPLOADS);
            await().atMost(WITHIN).until(() -> metric("epochs") >= 6 && service.isReady());
            fixture.assertAllStored("cut.", UPLOADS);
            assertThat(metric("sessions.lost")).isZero();
        }
    }

    @Test
    void whoBeginsToShareLosesNothingThatWasHeldBefore() throws Exception {
        fixture.start(fixture.mqtt(), "grow.", new SimpleMeterRegistry()).close();
        fixture.publishSeqs("d", 0, HELD);
        IngestSettings settings = new IngestSettings("grow.ingest", 2, false);
        try (IngestService service = fixture.start(fixture.mqtt(), "grow.", settings, registry)) {
            fixture.publishSeqs("d", HELD, HELD + UPLOADS);
            fixture.assertAllStored("grow.", HELD + UPLOADS);
            assertThat(service.isReady()).isTrue();
        }
    }

    @Test
    void norWhereItIsCutMeanwhile() throws Exception {
        fixture.start(fixture.mqtt(), "mid.", new SimpleMeterRegistry()).close();
        fixture.publishSeqs("d", 0, HELD);
        IngestSettings settings = new IngestSettings("mid.ingest", 2, false);
        try (CuttableProxy proxy = CuttableProxy.to(fixture.mqtt());
                IngestService service = fixture.start(proxy.endpoint(), "mid.", settings, registry)) {
            await().atMost(WITHIN).until(() -> metric("received") > 0);
            proxy.cut();
            fixture.assertAllStored("mid.", HELD);
            await().atMost(WITHIN).until(service::isReady);
        }
    }

    @Test
    void whoEndsSharingLosesNothingEither() throws Exception {
        fixture.start(fixture.mqtt(), "end.", new IngestSettings("end.ingest", 1, true), new SimpleMeterRegistry())
                .close();
        fixture.publishSeqs("d", 0, HELD);
        try (IngestService service =
                fixture.start(fixture.mqtt(), "end.", new IngestSettings("end.ingest", 1, false), registry)) {
            fixture.assertAllStored("end.", HELD);
            assertThat(service.isReady()).isTrue();
        }
    }

    @Test
    void whoBeginsToShareSoonGetsNothingTwice() throws Exception {
        fixture.start(fixture.mqtt(), "soon.", new SimpleMeterRegistry()).close();
        IngestSettings settings = new IngestSettings("soon.ingest", 2, false);
        try (IngestService service = fixture.start(fixture.mqtt(), "soon.", settings, registry)) {
            await().atMost(WITHIN.multipliedBy(2)).until(SharedIngestIT::formerSessionsHaveEnded);
            assertThat(receivedOf(UPLOADS)).isEqualTo(UPLOADS);
            assertThat(isKept("soon.ingest")).isFalse();
            assertThat(service.isReady()).isTrue();
        }
    }

    private static boolean formerSessionsHaveEnded() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("ingest-former"));
    }

    /** Whether the broker has a session of that name; from now on it has. */
    private boolean isKept(String clientId) throws Exception {
        try (MqttConnection connection =
                MqttConnection.open(fixture.mqtt(), MqttClientSettings.lasting(clientId), new Silent())) {
            return connection.sessionPresent();
        }
    }

    private static final class Silent implements MqttListener {
        @Override
        public void arrived(MqttArrival arrival) {}

        @Override
        public void lost(String cause) {}
    }

    /** How many came of so many that were published. */
    private double receivedOf(int count) throws Exception {
        double before = metric("received");
        fixture.publishSeqs("d", 0, count);
        await().atMost(WITHIN).until(() -> metric("received") - before >= count && metric("unacknowledged") == 0);
        return metric("received") - before;
    }
}
