package plumbline.standalone;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.TopicPrefix;
import plumbline.standalone.embedded.EmbeddedKafka;
import plumbline.streams.StreamsService;
import plumbline.streams.StreamsSettings;
import plumbline.streams.settings.RuleSettings;

class StreamsRestartIT {
    /** Long enough for a start on a busy machine. */
    private static final Duration WITHIN = Duration.ofSeconds(60);

    @TempDir
    private Path state;

    @Test
    void aCopyThatComesBackHasItsWorkAtOnce() {
        try (EmbeddedKafka broker = EmbeddedKafka.start(0)) {
            KafkaEndpoint kafka = new KafkaEndpoint(broker.bootstrap(), TopicPrefix.NONE);
            runUntilReady(kafka);
            runUntilReady(kafka);
        }
    }

    private void runUntilReady(KafkaEndpoint kafka) {
        StreamsSettings settings =
                new StreamsSettings(RuleSettings.DEFAULTS, state, 1, StreamsSettings.DEFAULT_STANDBYS, true);
        try (StreamsService service =
                new StreamsService(kafka, settings, Clock.systemUTC(), new SimpleMeterRegistry())) {
            service.start();
            await().atMost(WITHIN).until(service::isReady);
        }
    }
}
