package plumbline.alerts.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static plumbline.alerts.Reminders.reminder;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import plumbline.alerts.dispatch.Outcome;
import plumbline.alerts.dispatch.RetrySchedule;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Delivery.State;

class LaneLimitsTest extends LaneFixture {
    @Test
    void whatIsNoLongerOursIsLeftToTheNext() {
        tenure.end();

        accept(reminder());

        await().atMost(WITHIN).until(() -> waiting() == 0);
        assertThat(channel.attempted).isEmpty();
        assertThat(recorded).isEmpty();
        assertThat(settled).hasValue(0);
    }

    @Test
    void laneIsFullAtExactlyItsMaximum() throws Exception {
        CountDownLatch release = hold(Outcome.DELIVERED);
        acceptMany(ChannelLane.MAX_WAITING - 1);
        assertThat(lane.isFull()).isFalse();

        acceptMany(1);
        assertThat(lane.isFull()).isTrue();

        release.countDown();
        awaitSettled(ChannelLane.MAX_WAITING);
        assertThat(lane.isFull()).isFalse();
    }

    @Test
    void deviceThatDoesNotHearIsTriedAgainWhileThereIsRoom() throws Exception {
        CountDownLatch release = hold(Outcome.unheard("not subscribed"));
        acceptMany(ChannelLane.MAX_WAITING_UNHEARD);

        release.countDown();

        await().atMost(WITHIN).until(() -> pauses.asked.size() == 1);
        awaitSettled(ChannelLane.MAX_WAITING_UNHEARD);
        assertThat(recorded)
                .extracting(Delivery::state)
                .contains(State.DELIVERED)
                .doesNotContain(State.FAILED);
    }

    @Test
    void deviceThatDoesNotHearStaysSentWhereThereIsNoRoomToRetry() throws Exception {
        CountDownLatch release = hold(Outcome.unheard("not subscribed"));
        acceptMany(ChannelLane.MAX_WAITING_UNHEARD + 1);

        release.countDown();

        awaitSettled(ChannelLane.MAX_WAITING_UNHEARD + 1);
        assertThat(pauses.asked).isEmpty();
        assertThat(recorded)
                .filteredOn(step -> step.error() != null)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.state()).isEqualTo(State.SENT);
                    assertThat(step.error()).isEqualTo("not subscribed");
                });
    }

    @Test
    void whatWasTriedForLongGivesWayWhereNoMoreCanBeRead() {
        channel.script = reminder -> Outcome.unheard("not subscribed");
        lane.crowded(true);

        acceptMany(1);

        awaitSettled(1);
        assertThat(channel.attempted).hasSize(RetrySchedule.FREQUENT_ATTEMPTS);
        assertThat(recorded.get(recorded.size() - 1).error()).isEqualTo("not subscribed");
    }

    @Test
    void whatWasTriedForLongIsTriedAgainOnceThereIsRoom() {
        channel.script = reminder -> channel.attempted.size() > RetrySchedule.FREQUENT_ATTEMPTS
                ? Outcome.DELIVERED
                : Outcome.unheard("not subscribed");
        lane.crowded(true);
        lane.crowded(false);

        acceptMany(1);

        awaitSettled(1);
        assertThat(recorded.get(recorded.size() - 1).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void closingLetsTheAttemptUnderWayEndAndLeavesTheRest() throws Exception {
        CountDownLatch release = hold(Outcome.DELIVERED);
        acceptMany(1);
        await().atMost(WITHIN).until(() -> channel.attempted.size() == 1);
        Thread closing = new Thread(lane::close);
        closing.start();

        release.countDown();
        closing.join();

        assertThat(settled).hasValue(1);
        assertThat(bugs).isEmpty();
    }
}
