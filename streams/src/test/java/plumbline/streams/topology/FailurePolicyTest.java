package plumbline.streams.topology;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
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

    private StreamThreadExceptionResponse findsItsStateBroken() {
        return policy.handle(new StreamsException(new ProcessorStateException("on purpose")));
    }

    @Test
    void aDeathOfSomethingElseLeavesTheStateAlone() {
        dies();

        assertThat(policy.isRestoreDue()).isFalse();
    }

    @Test
    void brokenStateEndsTheThreadsAndIsToBeRestored() {
        assertThat(findsItsStateBroken()).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.isRestoreDue()).isTrue();
    }

    @Test
    void noRestoreIsDueOnceItHasBegun() {
        findsItsStateBroken();
        policy.restoring();

        assertThat(policy.isRestoreDue()).isFalse();
        assertThat(dies()).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void threadsThatShareTheBrokenStateCountOnce() {
        for (int thread = 0; thread < 8; thread++) {
            assertThat(findsItsStateBroken()).isEqualTo(SHUTDOWN_CLIENT);
        }
        policy.restoring();

        assertThat(dies()).isEqualTo(REPLACE_THREAD);
        assertThat(dies()).isEqualTo(REPLACE_THREAD);
        assertThat(dies()).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void theFourthRestoreInTenMinutesGivesUp() {
        for (int restore = 0; restore < 3; restore++) {
            findsItsStateBroken();
            assertThat(policy.isRestoreDue()).isTrue();
            policy.restoring();
        }

        assertThat(findsItsStateBroken()).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(policy.isRestoreDue()).isFalse();
    }

    @Test
    void restoresAndOtherDeathsAreCountedTogether() {
        dies();
        dies();
        findsItsStateBroken();
        policy.restoring();

        assertThat(dies()).isEqualTo(SHUTDOWN_CLIENT);
    }
}
