package plumbline.streams.topology;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

/** How often a stream thread may die. */
class FailurePolicyTest {
    private Instant now = Instant.parse("2026-03-04T10:00:00Z");
    private final FailurePolicy policy = new FailurePolicy(() -> now);

    private StreamThreadExceptionResponse dies() {
        return policy.handle(new IllegalStateException("on purpose"));
    }

    @Test
    void threeDeathsInTenMinutesAreReplaced() {
        assertThat(dies()).isEqualTo(REPLACE_THREAD);
        assertThat(dies()).isEqualTo(REPLACE_THREAD);
        assertThat(dies()).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void theFourthGivesUp() {
        dies();
        dies();
        dies();

        assertThat(dies()).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void aDeathOfExactlyTenMinutesAgoIsForgotten() {
        dies();
        dies();
        dies();
        now = now.plus(Duration.ofMinutes(10));

        assertThat(dies()).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void aDeathOfJustUnderTenMinutesAgoCounts() {
        dies();
        dies();
        dies();
        now = now.plus(Duration.ofMinutes(10)).minusMillis(1);

        assertThat(dies()).isEqualTo(SHUTDOWN_CLIENT);
    }
}
