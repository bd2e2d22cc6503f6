package plumbline.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.alerts.Reminders.LIFE;
import static plumbline.alerts.Reminders.RAISED;
import static plumbline.alerts.Reminders.reminder;

import org.junit.jupiter.api.Test;
import plumbline.alerts.Reminders;
import plumbline.alerts.dispatch.DispatchPolicy.Verdict;
import plumbline.contract.event.Delivery.State;

class DispatchPolicyTest {
    private final DeliveryLedger ledger = new DeliveryLedger();

    @Test
    void reminderIsDeliveredUpToTheLastInstantBeforeItExpires() {
        assertThat(DispatchPolicy.decide(reminder(), ledger, RAISED.plus(LIFE).minusNanos(1)))
                .isEqualTo(Verdict.DELIVER);
    }

    @Test
    void reminderIsExpiredFromTheInstantItNames() {
        assertThat(DispatchPolicy.decide(reminder(), ledger, RAISED.plus(LIFE))).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void reminderLivesNoLongerThanADayWhateverItSays() {
        var lasting = reminder(Reminders.ID, RAISED, RAISED.plus(DispatchPolicy.LONGEST_LIFE.multipliedBy(3)));

        assertThat(DispatchPolicy.deadline(lasting)).isEqualTo(RAISED.plus(DispatchPolicy.LONGEST_LIFE));
    }

    @Test
    void secondReadingIsARepeatWhileTheFirstIsUnderWay() {
        DispatchPolicy.decide(reminder(), ledger, RAISED);

        assertThat(DispatchPolicy.decide(reminder(), ledger, RAISED)).isEqualTo(Verdict.REPEATED);
    }

    @Test
    void repeatStaysARepeatAfterItHasExpired() {
        DispatchPolicy.decide(reminder(), ledger, RAISED);
        ledger.advance(Reminders.ID, State.DELIVERED, RAISED);

        assertThat(DispatchPolicy.decide(reminder(), ledger, RAISED.plus(LIFE))).isEqualTo(Verdict.REPEATED);
    }
}
