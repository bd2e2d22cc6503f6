package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much longer a cooldown becomes. */
class BackOffTest {
    private static final BackOff DEFAULT =
            new BackOff(3, Duration.ofMinutes(120).toMillis());

    private static long minutes(BackOff backOff, long cooldownMinutes, int ignored) {
        return backOff.lengthen(cooldownMinutes * 60_000, ignored) / 60_000;
    }

    @ParameterizedTest
    @CsvSource({"0,20", "2,20", "3,40", "5,40", "6,80", "8,80", "9,120", "12,120", "2147483647,120"})
    void eachThirdIgnoredInARowDoublesUpToTwoHours(int ignored, long minutes) {
        assertThat(minutes(DEFAULT, 20, ignored)).isEqualTo(minutes);
    }

    @Test
    void aCooldownLongerThanThatIsLeftAsItIs() {
        assertThat(minutes(DEFAULT, 121, 9)).isEqualTo(121);
        assertThat(minutes(DEFAULT, 44_640, 2_147_483_647)).isEqualTo(44_640);
    }

    @Test
    void noCooldownStaysNone() {
        assertThat(minutes(DEFAULT, 0, 9)).isZero();
    }

    @Test
    void afterZeroIsNever() {
        assertThat(minutes(new BackOff(0, DEFAULT.most()), 20, 100)).isEqualTo(20);
    }
}
