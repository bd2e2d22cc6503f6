package plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import plumbline.ingest.intake.IntakeEpoch;

class IngestSettingsTest {
    @Test
    void sessionsThatShareHaveIdsOfTheirOwn() {
        assertThat(new IngestSettings("a", 1, false).clientIds()).containsExactly("a");
        assertThat(new IngestSettings("a", 3, false).clientIds()).containsExactly("a-1", "a-2", "a-3");
        assertThat(new IngestSettings("a", 1, true).clientIds()).containsExactly("a-1");
    }

    @Test
    void theSessionFromBeforeIsTheOtherWaysFirst() {
        assertThat(new IngestSettings("a", 3, false).formerClientId()).isEqualTo("a");
        assertThat(new IngestSettings("a", 1, false).formerClientId()).isEqualTo("a-1");
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
