package plumbline.simulator.roster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlayPlanTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2_000})
    void asManyDevicesAreAllowed(int devices) {
        assertThatCode(() -> plan(devices, Duration.ofHours(24))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_001})
    void asManyDevicesAreNot(int devices) {
        assertThatThrownBy(() -> plan(devices, Duration.ZERO))
                .hasMessage("--devices is " + devices + "; allowed is 1 to 2000");
    }

    @Test
    void aHeadStartBeyondADayOrBelowZeroIsRefused() {
        assertThatThrownBy(() -> plan(1, Duration.ofHours(24).plusMillis(1)))
                .hasMessage("--head-start is 1440m; allowed is 0m to 24h");
        assertThatThrownBy(() -> plan(1, Duration.ofMinutes(-1)))
                .hasMessage("--head-start is -1m; allowed is 0m to 24h");
    }

    private static PlayPlan plan(int devices, Duration headStart) {
        return new PlayPlan(devices, 1, headStart, UploadFormat.JSON);
    }
}
