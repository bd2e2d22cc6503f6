package plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import plumbline.ingest.intake.IntakeEpoch;

class IngestSettingsTest {
    @Test
    void sessionsThatShareHaveIdsOfTheirOwn() {
        assertThat(new IngestSettings("a", 1, false).clientIds()).containsExactly("a");
        assertThat(new IngestSettings("a", 2, false).clientIds()).containsExactly("a-share-1", "a-share-2");
        assertThat(new IngestSettings("a", 1, true).clientIds()).containsExactly("a-share-1");
    }

    @Test
    void theSessionsFromBeforeAreThoseOfTheOtherWay() {
        assertThat(new IngestSettings("a", 3, false).formerClientIds()).containsExactly("a");
        assertThat(new IngestSettings("a", 1, false).formerClientIds())
                .hasSize(IngestSettings.MAX_CONNECTIONS)
                .startsWith("a-share-1", "a-share-2")
                .endsWith("a-share-8");
    }

    @Test
    void moreThanOneConnectionShares() {
        assertThat(new IngestSettings("a", 1, false).isShared()).isFalse();
        assertThat(new IngestSettings("a", 2, false).isShared()).isTrue();
        assertThat(new IngestSettings("a", 1, true).isShared()).isTrue();
    }

    @Test
    void allConnectionsTogetherHoldNoMoreThanOneAlone() {
        for (int connections = 1; connections <= IngestSettings.MAX_CONNECTIONS; connections++) {
            assertThat(new IngestSettings("a", connections, false).maxWaitingBytes() * connections)
                    .isLessThanOrEqualTo(IntakeEpoch.MAX_WAITING_BYTES);
        }
    }

    @Test
    void oneToEightConnectionsAreAllowed() {
        assertThatThrownBy(() -> new IngestSettings("a", 0, false)).hasMessageContaining("1 to 8");
        assertThatThrownBy(() -> new IngestSettings("a", 9, false)).hasMessageContaining("1 to 8");
    }
}
