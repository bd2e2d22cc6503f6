package plumbline.alerts.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import plumbline.contract.operator.ScaledClock;

class DeadlineTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void deadlineIsPastAtItsInstantAndNotBefore() {
        assertThat(new Deadline(NOW, CLOCK).isPast()).isTrue();
        assertThat(new Deadline(NOW.plusNanos(1), CLOCK).isPast()).isFalse();
    }

    @Test
    void timeLeftIsRealTimeHoweverFastTheClockRuns() {
        Clock tenfold = new ScaledClock(CLOCK, 10, NOW);

        assertThat(new Deadline(NOW.plusSeconds(600), CLOCK).left()).isEqualTo(Duration.ofMinutes(10));
        assertThat(new Deadline(NOW.plusSeconds(600), tenfold).left()).isEqualTo(Duration.ofMinutes(1));
    }
}
