package plumbline.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
    private final Map<String, String> settings =
            KafkaSettings.of(KafkaFolder.kept(Path.of("kafka"), List.of(Path.of("other"))), 1001, 1003, 1002);

    @Test
    void everyNameIsOneThatKafkaKnows() {
        assertThat(KafkaConfig.configDef().names()).containsAll(settings.keySet());
    }

    @Test
    void recordsLieInEachFolder() {
        assertThat(settings).containsEntry("log.dirs", "kafka/records,other/records");
    }

    @Test
    void whatIsPastItsRetentionStaysForAnHourInTopicsOfEachKind() {
        assertThat(settings)
                .containsEntry("log.retention.check.interval.ms", "3600000")
                .containsEntry("log.cleaner.backoff.ms", "3600000");
    }

    @Test
    void listensOnLoopbackOnlyAndAdvertisesThePortBeforeIt() {
        assertThat(settings)
                .containsEntry("listeners", "CLIENTS://127.0.0.1:1001,CONTROLLER://127.0.0.1:1002")
                .containsEntry("advertised.listeners", "CLIENTS://127.0.0.1:1003,CONTROLLER://127.0.0.1:1002");
    }
}
