package plumbline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plumbline.ingest.intake.IntakeCycle.Step;

/** What the ingester does, one step after the other. */
class IntakeCycleTest {
    private final IntakeCycle cycle = new IntakeCycle(new SplittableRandom(1));

    private void forwarding() {
        cycle.logOpened();
        cycle.connected(false);
        cycle.subscribed();
    }

    @Test
    void theLogComesFirstThenTheConnectionThenItsSubscription() {
        assertThat(cycle.next()).isEqualTo(Step.OPEN_LOG);
        cycle.logOpened();
        assertThat(cycle.next()).isEqualTo(Step.CONNECT);
        cycle.connected(false);
        assertThat(cycle.next()).isEqualTo(Step.SUBSCRIBE);
        cycle.subscribed();
        assertThat(cycle.next()).isEqualTo(Step.FORWARD);
    }

    @Test
    void aLogThatIsAwayIsTriedAgainAfterAPause() {
        cycle.logUnavailable();
        assertThat(cycle.next()).isEqualTo(Step.PAUSE);
        assertThat(cycle.delay()).isPositive();

        cycle.paused();
        assertThat(cycle.next()).isEqualTo(Step.OPEN_LOG);
    }

    @Test
    void aLostConnectionIsFollowedByAnotherOnTheSameLog() {
        forwarding();
        cycle.disconnected(false);
        assertThat(cycle.next()).isEqualTo(Step.PAUSE);

        cycle.paused();
        assertThat(cycle.next()).isEqualTo(Step.CONNECT);
    }

    @Test
    void aBrokenLogIsOpenedAnew() {
        forwarding();
        cycle.disconnected(true);
        cycle.paused();

        assertThat(cycle.next()).isEqualTo(Step.OPEN_LOG);
    }

    @Test
    void aKeptSessionIsSubscribedAllTheSame() {
        forwarding();
        cycle.disconnected(false);
        cycle.paused();
        cycle.connected(true);

        assertThat(cycle.next()).isEqualTo(Step.SUBSCRIBE);
    }

    @Test
    void aNewSessionIsALossOnlyAfterOneThatWasSubscribed() {
        cycle.logOpened();
        assertThat(cycle.connected(false)).as("the first").isFalse();
        cycle.disconnected(false);
        cycle.paused();
        assertThat(cycle.connected(false)).as("the first was never subscribed").isFalse();
        cycle.subscribed();
        cycle.disconnected(false);
        cycle.paused();
        assertThat(cycle.connected(true)).as("it was kept").isFalse();
        cycle.disconnected(false);
        cycle.paused();
        assertThat(cycle.connected(false)).isTrue();
    }

    @Test
    void pausesGrowUntilAConnectionIsSubscribed() {
        cycle.logOpened();
        for (int i = 0; i < 10; i++) {
            cycle.connected(true);
            cycle.disconnected(false);
        }
        assertThat(cycle.delay()).isGreaterThanOrEqualTo(ReconnectDelay.LONGEST.dividedBy(2));

        cycle.connected(true);
        cycle.subscribed();
        cycle.disconnected(false);
        assertThat(cycle.delay()).isLessThanOrEqualTo(ReconnectDelay.FIRST);
    }

    @Test
    void whoIsStoppedWhileForwardingFlushesFirst() {
        forwarding();
        cycle.stop();
        assertThat(cycle.next()).isEqualTo(Step.FLUSH);

        cycle.flushed();
        assertThat(cycle.next()).isEqualTo(Step.END);
    }

    @Test
    void whoIsStoppedBeforeEndsAtOnce() {
        cycle.logOpened();
        cycle.connected(false);
        cycle.stop();

        assertThat(cycle.next()).isEqualTo(Step.END);
        assertThat(cycle.isStopping()).isTrue();
    }

    @Test
    void whoIsStoppedDuringAPauseEndsAtOnce() {
        cycle.logUnavailable();
        cycle.stop();

        assertThat(cycle.next()).isEqualTo(Step.END);
    }
}
