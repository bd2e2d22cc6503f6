package plumbline.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What counts as lost, and what is counted once. */
class LoadLedgerTest {
    private static final String DEVICE = "load-00000";

    private static LoadLedger ledger(boolean resends) {
        return new LoadLedger(new LoadPlan(2, 10, 5, resends, 0, "load"));
    }

    @Test
    void whatTheBrokerAcknowledgedAndKafkaDoesNotHoldIsLost() {
        LoadLedger ledger = ledger(false);
        ledger.sent(DEVICE, 0);
        ledger.sent(DEVICE, 1);
        ledger.acknowledged(DEVICE, 0);
        assertThat(ledger.report().lost()).isEqualTo(1);

        ledger.seen(DEVICE, 0, 1);
        assertThat(ledger.report().lost()).isZero();
        assertThat(ledger.report().acknowledged()).isEqualTo(1);
        assertThat(ledger.report().stored()).isEqualTo(1);
    }

    @Test
    void whatIsStoredBeforeItsAcknowledgementComesIsNotLost() {
        LoadLedger ledger = ledger(false);
        ledger.sent(DEVICE, 0);
        ledger.seen(DEVICE, 0, 1);
        ledger.acknowledged(DEVICE, 0);

        assertThat(ledger.report().lost()).isZero();
    }

    @Test
    void whereDevicesSendAgainEveryUploadIsPromised() {
        LoadLedger ledger = ledger(true);
        ledger.sent(DEVICE, 0);
        assertThat(ledger.report().lost()).isEqualTo(1);

        ledger.seen(DEVICE, 0, 1);
        assertThat(ledger.report().lost()).isZero();
    }

    @Test
    void aSecondTimeIsADuplicate() {
        LoadLedger ledger = ledger(false);
        ledger.sent(DEVICE, 0);
        ledger.sent(DEVICE, 1);
        ledger.seen(DEVICE, 5, 1);
        ledger.seen(DEVICE, 5, 1);

        assertThat(ledger.report().stored()).isEqualTo(1);
        assertThat(ledger.report().duplicates()).isEqualTo(1);
    }

    @Test
    void anothersUploadsAreNotOurs() {
        LoadLedger ledger = ledger(false);
        ledger.seen("sim-0001", 0, 1);
        ledger.seen(null, 0, 1);
        ledger.seenRejected("sim-0001", Poison.of(1));

        assertThat(ledger.report().stored()).isZero();
    }

    @Test
    void aDeadLetterOfOursIsStoredAndRejected() {
        LoadLedger ledger = ledger(false);
        ledger.sent(DEVICE, 3);
        ledger.acknowledged(DEVICE, 3);
        ledger.seenRejected(DEVICE, Poison.of(3));
        ledger.seenRejected(DEVICE, new byte[] {1});

        assertThat(ledger.report().lost()).isZero();
        assertThat(ledger.report().rejected()).isEqualTo(1);
    }

    @Test
    void aTenthOfPoisonIsEveryTenth() {
        LoadPlan plan = new LoadPlan(1, 1, 1, false, 0.1, "load");

        assertThat(LongStream.range(0, 1_000).filter(plan::isPoison).count()).isEqualTo(100);
        assertThat(LongStream.range(0, 10).filter(plan::isPoison).count()).isEqualTo(1);
    }

    @Test
    void aPlanThatCantBeIsRefusedWithItsReason() {
        assertThatThrownBy(() -> new LoadPlan(0, 1, 1, false, 0, "load")).hasMessageContaining("devices is 0");
        assertThatThrownBy(() -> new LoadPlan(1, 1, 61, false, 0, "load")).hasMessageContaining("1 to 60");
        assertThatThrownBy(() -> new LoadPlan(1, 1, 1, true, 0.1, "load")).hasMessageContaining("poison");
        assertThatThrownBy(() -> new LoadPlan(1, 1, 1, false, 0, "a/b")).hasMessageContaining("a/b");
    }
}
