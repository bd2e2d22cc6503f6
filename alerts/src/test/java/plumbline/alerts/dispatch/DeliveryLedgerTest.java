package plumbline.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.alerts.dispatch.DeliveryLedger.MAX_REMINDERS;

import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import plumbline.contract.event.Delivery.State;

class DeliveryLedgerTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final String ID = "dev-1/forward_neck/0/1";

    private final DeliveryLedger ledger = new DeliveryLedger();

    @Test
    void reminderIsClaimedOnce() {
        assertThat(ledger.claim(ID, NOW)).isTrue();
        assertThat(ledger.claim(ID, NOW)).isFalse();
        assertThat(ledger.claim(ID + "2", NOW)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = State.class, mode = Mode.EXCLUDE, names = "SENT")
    void reminderThatWasSettledBeforeTheRestartIsNotClaimedAgain(State settled) {
        ledger.restore(ID, settled, NOW);

        assertThat(ledger.claim(ID, NOW)).isFalse();
    }

    @Test
    void reminderThatWasOnlySentBeforeTheRestartIsClaimedAgainOnce() {
        ledger.restore(ID, State.SENT, NOW);

        assertThat(ledger.claim(ID, NOW)).isTrue();
        assertThat(ledger.claim(ID, NOW)).isFalse();
    }

    @Test
    void reminderStaysClaimedWhenItIsSent() {
        ledger.claim(ID, NOW);
        ledger.advance(ID, State.SENT, NOW);

        assertThat(ledger.claim(ID, NOW)).isFalse();
    }

    @Test
    void everyAttemptIsRecordedAndOneEnd() {
        ledger.claim(ID, NOW);

        assertThat(ledger.advance(ID, State.SENT, NOW)).isTrue();
        assertThat(ledger.advance(ID, State.SENT, NOW)).isTrue();
        assertThat(ledger.advance(ID, State.DELIVERED, NOW)).isTrue();
        assertThat(ledger.advance(ID, State.DELIVERED, NOW)).isFalse();
        assertThat(ledger.advance(ID, State.SENT, NOW)).isFalse();
        assertThat(ledger.advance(ID, State.EXPIRED, NOW)).isFalse();
    }

    @Test
    void answerFollowsAnyEndAndIsNotUndoneByIt() {
        ledger.advance(ID, State.EXPIRED, NOW);

        assertThat(ledger.advance(ID, State.SNOOZED, NOW)).isTrue();
        assertThat(ledger.advance(ID, State.SNOOZED, NOW)).isFalse();
        assertThat(ledger.advance(ID, State.DONE, NOW)).isTrue();
        assertThat(ledger.advance(ID, State.DELIVERED, NOW)).isFalse();
        assertThat(ledger.isAnswered(ID)).isTrue();
    }

    @Test
    void answerReadBeforeItsReminderSettlesIt() {
        assertThat(ledger.advance(ID, State.DONE, NOW)).isTrue();
        assertThat(ledger.claim(ID, NOW)).isFalse();
    }

    @Test
    void withdrawnEndsWhatIsOnItsWayAndNothingElse() {
        ledger.claim("claimed", NOW);
        ledger.advance("sent", State.SENT, NOW);
        for (State end : EnumSet.of(State.DELIVERED, State.EXPIRED, State.FAILED, State.DONE, State.SNOOZED)) {
            ledger.advance(end.name(), end, NOW);
            assertThat(ledger.advance(end.name(), State.WITHDRAWN, NOW))
                    .as("%s", end)
                    .isFalse();
        }

        assertThat(ledger.advance("claimed", State.WITHDRAWN, NOW)).isTrue();
        assertThat(ledger.advance("sent", State.WITHDRAWN, NOW)).isTrue();
        assertThat(ledger.advance("sent", State.WITHDRAWN, NOW)).as("again").isFalse();
        assertThat(ledger.isWithdrawn("sent")).isTrue();
        assertThat(ledger.isWithdrawn("DELIVERED")).isFalse();
        assertThat(ledger.isWithdrawn("other")).isFalse();
    }

    @Test
    void withdrawalReadBeforeItsReminderEndsIt() {
        ledger.advance(ID, State.WITHDRAWN, NOW);

        assertThat(ledger.claim(ID, NOW)).isFalse();
    }

    @Test
    void onlyWhatReachedTheWearerFollowsAWithdrawal() {
        for (State step : State.values()) {
            ledger.restore(ID, State.WITHDRAWN, NOW);
            assertThat(ledger.advance(ID, step, NOW))
                    .as("%s", step)
                    .isEqualTo(EnumSet.of(State.DELIVERED, State.DONE, State.SNOOZED)
                            .contains(step));
        }
    }

    @Test
    void deliveredIsNotAnswered() {
        ledger.advance(ID, State.DELIVERED, NOW);

        assertThat(ledger.isAnswered(ID)).isFalse();
        assertThat(ledger.isAnswered("other")).isFalse();
    }

    @Test
    void reminderIsForgottenOneInstantAfterItCanBeReadAgain() {
        ledger.restore(ID, State.DELIVERED, NOW);

        ledger.forget(NOW.plus(DeliveryLedger.KEPT));
        assertThat(ledger.claim(ID, NOW)).isFalse();

        ledger.forget(NOW.plus(DeliveryLedger.KEPT).plusNanos(1));
        assertThat(ledger.claim(ID, NOW)).isTrue();
    }

    @Test
    void eldestGoesOnlyWhenOneMoreThanTheMaximumComes() {
        for (int i = 0; i < MAX_REMINDERS; i++) {
            ledger.restore("r" + i, State.DELIVERED, NOW);
        }
        assertThat(ledger.claim("r0", NOW)).isFalse();
        ledger.advance("r1", State.DONE, NOW);
        assertThat(ledger.size()).isEqualTo(MAX_REMINDERS);

        ledger.restore("one more", State.DELIVERED, NOW);

        assertThat(ledger.size()).isEqualTo(MAX_REMINDERS);
        assertThat(ledger.claim("r1", NOW)).isFalse();
        assertThat(ledger.claim("r0", NOW)).isTrue();
    }
}
