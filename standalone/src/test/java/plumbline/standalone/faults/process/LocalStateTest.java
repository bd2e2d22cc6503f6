package plumbline.standalone.faults.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.TopicPrefix;

class LocalStateTest {
    private final Workshop workshop = new Workshop();
    private final LocalState state =
            LocalState.of(workshop, new KafkaEndpoint("localhost:1", new TopicPrefix("row.")), 1);

    @BeforeEach
    void write() throws Exception {
        Files.createDirectories(state.folder().resolve("0_0/db"));
        Files.writeString(state.folder().resolve("0_0/db/1.sst"), "a".repeat(1_000));
        Files.writeString(state.folder().resolve("0_0/db/CURRENT"), "MANIFEST-1");
    }

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void deletingLeavesNothingBehind() throws Exception {
        state.delete();

        assertThat(state.folder()).isEmptyDirectory();
    }

    @Test
    void onlyFilesOfTheNameAreCorruptedAndTheyKeepTheirLength() throws Exception {
        assertThat(state.corrupt(".*\\.sst", new SplittableRandom(1))).isEqualTo(1);

        byte[] records = Files.readAllBytes(state.folder().resolve("0_0/db/1.sst"));
        assertThat(records).hasSize(1_000).isNotEqualTo("a".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        assertThat(state.folder().resolve("0_0/db/CURRENT")).hasContent("MANIFEST-1");
    }

    @Test
    void whereThereIsNoSuchFileNoneIsCorrupted() {
        assertThat(state.corrupt("nothing", new SplittableRandom(1))).isZero();
    }

    @Test
    void instancesDoNotShareAFolder() {
        Path other = LocalState.of(workshop, new KafkaEndpoint("localhost:1", new TopicPrefix("row.")), 2)
                .folder();

        assertThat(other).isNotEqualTo(state.folder());
    }
}
