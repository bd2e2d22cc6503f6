package plumbline.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private static final Duration LONG = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4", "4,8", "5,16", "6,30", "7,30", "59,30", "60,300", "640,300"})
    void pausesDoubleUpToTheLongest(int failed, int seconds) {
        assertThat(RetrySchedule.pause(failed, 1, LONG)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void lowestDiceHalveThePause() {
        assertThat(RetrySchedule.pause(6, 0, LONG)).isEqualTo(Duration.ofSeconds(15));
        assertThat(RetrySchedule.pause(1, 0.5, LONG)).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    void pauseEndsWithTheReminder() {
        assertThat(RetrySchedule.pause(6, 1, Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));
        assertThat(RetrySchedule.pause(6, 1, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetrySchedule.pause(6, 1, Duration.ofSeconds(-1))).isZero();
    }

    @Test
    void frequentAttemptsLastFromAQuarterToHalfAnHour() {
        assertThat(total(RetrySchedule.FREQUENT_ATTEMPTS, 0)).isBetween(Duration.ofMinutes(13), Duration.ofMinutes(15));
        assertThat(total(RetrySchedule.FREQUENT_ATTEMPTS, 1)).isBetween(Duration.ofMinutes(26), Duration.ofMinutes(30));
    }

    @Test
    void allAttemptsLastLongerThanAnythingLives() {
        assertThat(total(RetrySchedule.MAX_ATTEMPTS, 0)).isGreaterThan(DispatchPolicy.LONGEST_LIFE);
    }

    private static Duration total(int attempts, double dice) {
        return IntStream.range(1, attempts)
                .mapToObj(failed -> RetrySchedule.pause(failed, dice, LONG))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
