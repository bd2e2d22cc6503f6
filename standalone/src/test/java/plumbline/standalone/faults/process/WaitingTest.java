package plumbline.standalone.faults.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import plumbline.contract.operator.ServiceException;

class WaitingTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofMillis(5);

    @Test
    void whatNeverHoldsTookTheBound() {
        Duration bound = Duration.ofMillis(40);
        assertThat(Waiting.took(bound, OFTEN, () -> false)).isEqualTo(bound);
    }

    @Test
    void whatHoldsLaterTookAtLeastThePausesUntilThen() {
        AtomicInteger looks = new AtomicInteger();
        Duration took = Waiting.took(LONG, OFTEN, () -> looks.incrementAndGet() == 3);
        assertThat(took).isBetween(OFTEN.multipliedBy(2), LONG.minusNanos(1));
        assertThat(looks).hasValue(3);
    }

    @Test
    void whatHoldsAtOnceIsNotWaitedFor() {
        assertThat(Waiting.took(LONG, LONG, () -> true)).isLessThan(LONG);
    }

    @Test
    void theConditionIsLookedAtThoughTheBoundIsNothing() {
        AtomicInteger looks = new AtomicInteger();
        Waiting.took(Duration.ZERO, OFTEN, () -> looks.incrementAndGet() > 9);
        assertThat(looks).hasValue(1);
    }

    @Test
    void awaitedInVainIsToldInWords() {
        assertThatThrownBy(() -> Waiting.until("the moon rises", Duration.ofSeconds(1), OFTEN, () -> false))
                .isInstanceOf(ServiceException.class)
                .hasMessage("in vain for 1 s: the moon rises");
    }

    @Test
    void whatIsAwaitedAndHoldsIsNotTold() {
        AtomicInteger looks = new AtomicInteger();
        Waiting.until("three looks", LONG, OFTEN, () -> looks.incrementAndGet() == 3);
        assertThat(looks).hasValue(3);
    }

    @Test
    void aPauseOfLessThanNothingIsNone() {
        assertThatNoException().isThrownBy(() -> Waiting.pause(LONG.negated()));
    }

    @Test
    void anInterruptionEndsTheWaitAndStaysKnown() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Waiting.until("the moon rises", LONG, OFTEN, () -> false))
                .isInstanceOf(ServiceException.class)
                .hasMessage("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
