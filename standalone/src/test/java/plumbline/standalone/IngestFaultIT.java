package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.ingest.IngestService;

class IngestFaultIT {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private IngestFixture fixture;

    @BeforeEach
    void startBrokers(@TempDir Path folder) throws Exception {
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
    void threeCutsLoseNothingAndLeaveNoThread() throws Exception {
        try (CuttableProxy proxy = CuttableProxy.to(fixture.mqtt());
                IngestService service = fixture.start(proxy.endpoint(), "cut.", registry)) {
            for (int cut = 0; cut < 3; cut++) {
                fixture.publishSeqs("d", cut * 100, cut * 100 + 50);
                double before = metric("epochs");
                proxy.cut();
                fixture.publishSeqs("d", cut * 100 + 50, cut * 100 + 100);
                await().until(() -> metric("epochs") > before && service.isReady());
            }
            await().untilAsserted(() -> assertThat(metric("unacknowledged")).isZero());
            fixture.assertAllStored("cut.", 300);
            assertThat(metric("sessions.lost")).isZero();
            await().untilAsserted(() -> assertThat(clientThreads("cut.ingest")).hasSize(4));
        }
        await().untilAsserted(() -> assertThat(clientThreads("cut.ingest")).isEmpty());
    }

    private static List<String> clientThreads(String clientId) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.endsWith(": " + clientId))
                .toList();
    }

    @Test
    void whatKafkaHasNotTakenIsNotConfirmedAndComesAgainToTheNextIngester() throws Exception {
        try (IngestService service = fixture.start(fixture.mqtt(), "away.", registry)) {
            fixture.stopKafka();
            fixture.publishSeqs("d", 0, 50);
            await().until(() -> metric("received") == 50);
            assertThat(metric("unacknowledged")).isEqualTo(50);
            assertThat(service.fault()).isEmpty();
        }
        fixture.restartKafka();
        SimpleMeterRegistry second = new SimpleMeterRegistry();
        try (IngestService next = fixture.start(fixture.mqtt(), "away.", second)) {
            fixture.assertAllStored("away.", 50);
            await().untilAsserted(() ->
                    assertThat(IngestFixture.metric(second, "stored")).isEqualTo(50));
            assertThat(next.isReady()).isTrue();
        }
    }

    @Test
    void anIngesterThatWaitsForKafkaGoesOnWhenItReturns() throws Exception {
        try (IngestService service = fixture.start(fixture.mqtt(), "back.", registry)) {
            fixture.publishSeqs("d", 0, 10);
            fixture.stopKafka();
            fixture.publishSeqs("d", 10, 60);
            await().until(() -> metric("received") == 60);
            fixture.restartKafka();
            fixture.assertAllStored("back.", 60);
            await().untilAsserted(() -> assertThat(metric("unacknowledged")).isZero());
            assertThat(metric("epochs")).isEqualTo(1);
            assertThat(service.isReady()).isTrue();
        }
    }
}
