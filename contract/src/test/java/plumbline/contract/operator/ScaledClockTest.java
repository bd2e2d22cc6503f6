package plumbline.contract.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaledClockTest {
    private static final Instant SINCE = Instant.parse("2026-01-01T10:00:00Z");

    private static ScaledClock tenfoldAt(Instant real) {
        return new ScaledClock(Clock.fixed(real, ZoneOffset.UTC), 10, SINCE);
    }

    @Test
    void itAgreesWithTheRealClockAtItsBeginning() {
        assertThat(tenfoldAt(SINCE).instant()).isEqualTo(SINCE);
    }

    @Test
    void oneSecondIsTen() {
        assertThat(tenfoldAt(SINCE.plusSeconds(1)).instant()).isEqualTo(SINCE.plusSeconds(10));
        assertThat(tenfoldAt(SINCE.plusMillis(1)).instant()).isEqualTo(SINCE.plusMillis(10));
        assertThat(tenfoldAt(SINCE.minusSeconds(1)).instant()).isEqualTo(SINCE.minusSeconds(10));
    }

    @Test
    void tenSimulatedSecondsTakeOneRealSecond() {
        assertThat(tenfoldAt(SINCE).real(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theZoneChangesNoInstant() {
        Clock berlin = tenfoldAt(SINCE.plusSeconds(1)).withZone(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(berlin.instant()).isEqualTo(SINCE.plusSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aSpeedThatIsNotAboveZeroIsRefused(double speed) {
        assertThatThrownBy(() -> new ScaledClock(Clock.systemUTC(), speed, SINCE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
