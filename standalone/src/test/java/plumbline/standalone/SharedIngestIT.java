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
            await().atMost(WITHIN).until(() -> receivedOf(20) == 20 && receivedOf(20) == 20);
            assertThat(receivedOf(UPLOADS)).isEqualTo(UPLOADS);
            assertThat(service.isReady()).isTrue();
        }
    }

    /** How many came of so many that were published: each once, or by each of two subscriptions. */
    private double receivedOf(int count) throws Exception {
        double before = metric("received");
        fixture.publishSeqs("d", 0, count);
        await().atMost(WITHIN).until(() -> metric("received") - before >= count && metric("unacknowledged") == 0);
        return metric("received") - before;
    }
}
