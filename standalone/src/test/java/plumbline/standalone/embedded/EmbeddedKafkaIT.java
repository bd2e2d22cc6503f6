package plumbline.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.operator.ServiceException;

class EmbeddedKafkaIT {
    @TempDir
    private Path folder;

    @Test
    void recordsOutliveTheBrokerInAFolderOfTheCallers() throws Exception {
        EmbeddedKafka first = EmbeddedKafka.start(0, folder);
        try (first) {
            KafkaProbe probe = new KafkaProbe(first);
            probe.createTopic("kept");
            probe.send("kept", "before");
        }
        try (EmbeddedKafka second = EmbeddedKafka.start(first.port(), folder)) {
            KafkaProbe probe = new KafkaProbe(second);
            probe.send("kept", "after");
            assertThat(probe.committed("kept", 2)).containsExactly("before", "after");
        }
    }

    @Test
    void temporaryRecordsGoWithTheBroker() throws Exception {
        Path temporary;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(0)) {
            KafkaProbe probe = new KafkaProbe(kafka);
            probe.createTopic("gone");
            probe.send("gone", "soon");
            temporary = probe.folder().getParent();
            assertThat(temporary).exists();
        }
        assertThat(temporary).doesNotExist();
    }

    @Test
    void aTakenPortIsNamedAndNothingIsLeftBehind() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(0)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(kafka.port(), folder))
                    .isInstanceOf(ServiceException.class)
                    .hasMessageContaining("port " + kafka.port() + " for Kafka can't be taken");
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void aFolderInUseIsNamedAndLeftToItsBroker() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(0, folder)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(0, folder))
                    .isInstanceOf(ServiceException.class)
                    .hasMessageContaining(folder.toString());
            KafkaProbe probe = new KafkaProbe(kafka);
            probe.createTopic("unharmed");
            probe.send("unharmed", "still here");
            assertThat(probe.committed("unharmed", 1)).containsExactly("still here");
        }
    }
}
