package plumbline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.event.KafkaTopic;

class IntakeEpochTest {
    private static final Instant ARRIVAL = Instant.parse("2026-01-01T10:00:00Z");

    private final List<IntakeRecord> records = new ArrayList<>();
    private final List<IntakeLog.Outcome> outcomes = new ArrayList<>();
    private final List<Integer> acknowledged = new ArrayList<>();
    private int changes;
    private final IntakeEpoch epoch = new IntakeEpoch(
            new UploadIntake(), this::append, acknowledged::add, () -> changes++, IntakeEpoch.MAX_WAITING_BYTES);

    private void append(IntakeRecord record, IntakeLog.Outcome outcome) {
        records.add(record);
        outcomes.add(outcome);
    }

    private void receive(int packetId) {
        receive(packetId, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private void receive(int packetId, byte[] payload) {
        epoch.receive(InboundPublish.of(packetId, "posture/v1/d1/up/readings", payload, null, ARRIVAL));
    }

    private void forwardAll() {
        while (epoch.forward()) {
            assertThat(outcomes).hasSameSizeAs(records);
        }
    }

    @Test
    void nothingIsConfirmedBeforeItIsStored() {
        receive(1);
        receive(2);
        forwardAll();
        assertThat(records).hasSize(2);
        assertThat(acknowledged).isEmpty();
        outcomes.get(1).stored();
        assertThat(acknowledged).isEmpty();
        outcomes.get(0).stored();
        assertThat(acknowledged).containsExactly(1, 2);
        assertThat(epoch.unacknowledged()).isZero();
    }

    @Test
    void aDeadLetterIsConfirmedOnceItIsStored() {
        receive(1);
        forwardAll();
        assertThat(records.get(0).topic()).isEqualTo(KafkaTopic.DEAD_LETTERS);
        outcomes.get(0).stored();
        assertThat(acknowledged).containsExactly(1);
    }

    @Test
    void aRecordThatCanNotBeStoredEndsTheEpochAndNothingIsConfirmedAfterwards() {
        receive(1);
        receive(2);
        receive(3);
        epoch.forward();
        epoch.forward();
        outcomes.get(0).failed("planted");
        assertThat(epoch.endCause()).contains("planted");
        outcomes.get(1).stored();
        assertThat(epoch.forward()).isFalse();
        assertThat(acknowledged).isEmpty();
    }

    @Test
    void whatIsStoredAfterTheConnectionEndedIsNotConfirmed() {
        receive(1);
        forwardAll();
        epoch.end("cut");
        outcomes.get(0).stored();
        assertThat(acknowledged).isEmpty();
        assertThat(epoch.endCause()).contains("cut");
    }

    @Test
    void theFirstCauseStands() {
        epoch.end("first");
        epoch.end("second");
        assertThat(epoch.endCause()).contains("first");
    }

    @Test
    void oneMessageBeyondTheHardCapEndsTheEpoch() {
        for (int i = 1; i <= IntakeEpoch.MAX_UNACKNOWLEDGED; i++) {
            receive(i);
        }
        forwardAll();
        assertThat(epoch.endCause()).isEmpty();
        receive(IntakeEpoch.MAX_UNACKNOWLEDGED + 1);
        assertThat(epoch.endCause()).isPresent();
        assertThat(epoch.unacknowledged()).isEqualTo(IntakeEpoch.MAX_UNACKNOWLEDGED);
    }

    @Test
    void oneByteBeyondTheWaitingMaximumEndsTheEpoch() {
        byte[] largest = new byte[InboundPublish.MAX_KEPT_BYTES];
        long fitting = IntakeEpoch.MAX_WAITING_BYTES / largest.length;
        for (int i = 1; i <= fitting; i++) {
            receive(i, largest);
        }
        receive(0, new byte[0]);
        assertThat(epoch.endCause()).isEmpty();
        receive(0, new byte[1]);
        assertThat(epoch.endCause()).isPresent();
    }

    @Test
    void whatWasForwardedNoLongerCountsAsWaiting() {
        byte[] largest = new byte[InboundPublish.MAX_KEPT_BYTES];
        for (int i = 1; i <= IntakeEpoch.MAX_WAITING_BYTES / largest.length; i++) {
            receive(i, largest);
        }
        epoch.forward();
        receive(0, largest);
        assertThat(epoch.endCause()).isEmpty();
    }

    @Test
    void aMessageTheLastConfirmationAndTheEndAreTold() {
        receive(1);
        assertThat(changes).isEqualTo(1);
        forwardAll();
        outcomes.get(0).stored();
        assertThat(changes).isEqualTo(2);
        epoch.end("cut");
        assertThat(changes).isEqualTo(3);
        receive(2);
        assertThat(changes).isEqualTo(3);
    }
}
