package plumbline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    void aLogThatIsHeldUpEndsTheEpochEvenWhereNothingWaits() {
        IntakeLog heldUp = new IntakeLog() {
            @Override
            public void append(IntakeRecord record, Outcome outcome) {
                throw new AssertionError("nothing is appended");
            }

            @Override
            public Optional<String> heldUp() {
                return Optional.of("planted");
            }
        };
        IntakeEpoch waiting = new IntakeEpoch(
                new UploadIntake(), heldUp, acknowledged::add, () -> changes++, IntakeEpoch.MAX_WAITING_BYTES);
        assertThat(waiting.forward()).isFalse();
        assertThat(waiting.endCause()).contains("planted");
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
    void fromTwiceTheReceiveMaximumOnNothingIsReadUntilTheBrokerIsWithinItAgain() {
        List<Boolean> paused = new ArrayList<>();
        IntakeEpoch watched = new IntakeEpoch(
                new UploadIntake(),
                this::append,
                new IntakeSource() {
                    @Override
                    public void acknowledge(int packetId) {
                        acknowledged.add(packetId);
                    }

                    @Override
                    public void pause(boolean now) {
                        paused.add(now);
                    }
                },
                () -> changes++,
                IntakeEpoch.MAX_WAITING_BYTES);
        for (int i = 1; i <= IntakeEpoch.PAUSE_AT_UNACKNOWLEDGED; i++) {
            assertThat(paused).as("before message %d", i).doesNotContain(true);
            watched.receive(InboundPublish.of(i, "posture/v1/d1/up/readings", new byte[] {'{'}, null, ARRIVAL));
        }
        assertThat(paused).endsWith(true);
        for (int i = 0; i < IntakeEpoch.PAUSE_AT_UNACKNOWLEDGED - IntakeEpoch.RESUME_AT_UNACKNOWLEDGED; i++) {
            assertThat(paused).as("%d stored", i).endsWith(true);
            watched.forward();
            outcomes.get(i).stored();
        }
        assertThat(paused).endsWith(false);
    }

    @Test
    void oneMessageBeyondTheHardCapIsNotTakenNorAnyAfterIt() {
        for (int i = 1; i <= IntakeEpoch.MAX_UNACKNOWLEDGED; i++) {
            receive(i);
        }
        receive(IntakeEpoch.MAX_UNACKNOWLEDGED + 1);
        assertThat(epoch.unacknowledged()).isEqualTo(IntakeEpoch.MAX_UNACKNOWLEDGED);
        epoch.forward();
        outcomes.get(0).stored();
        receive(IntakeEpoch.MAX_UNACKNOWLEDGED + 2);
        assertThat(epoch.unacknowledged()).isEqualTo(IntakeEpoch.MAX_UNACKNOWLEDGED - 1);
    }

    @Test
    void beyondTheHardCapTheEpochEndsOnceAllThatWasTakenIsConfirmed() {
        for (int i = 1; i <= IntakeEpoch.MAX_UNACKNOWLEDGED + 1; i++) {
            receive(i);
        }
        forwardAll();
        for (int i = 0; i < IntakeEpoch.MAX_UNACKNOWLEDGED; i++) {
            assertThat(epoch.endCause()).isEmpty();
            outcomes.get(i).stored();
        }
        assertThat(acknowledged).hasSize(IntakeEpoch.MAX_UNACKNOWLEDGED);
        assertThat(epoch.endCause())
                .hasValueSatisfying(cause -> assertThat(cause).contains("2000 messages"));
    }

    @Test
    void oneByteBeyondTheWaitingMaximumIsNotTaken() {
        byte[] largest = new byte[InboundPublish.MAX_KEPT_BYTES];
        int fitting = Math.toIntExact(IntakeEpoch.MAX_WAITING_BYTES / largest.length);
        for (int i = 1; i <= fitting; i++) {
            receive(i, largest);
        }
        receive(0, new byte[0]);
        assertThat(epoch.waiting()).isEqualTo(fitting + 1);
        receive(0, new byte[1]);
        assertThat(epoch.waiting()).isEqualTo(fitting + 1);
    }

    @Test
    void whatWasForwardedNoLongerCountsAsWaiting() {
        byte[] largest = new byte[InboundPublish.MAX_KEPT_BYTES];
        int fitting = Math.toIntExact(IntakeEpoch.MAX_WAITING_BYTES / largest.length);
        for (int i = 1; i <= fitting; i++) {
            receive(i, largest);
        }
        epoch.forward();
        receive(0, largest);
        assertThat(epoch.waiting()).isEqualTo(fitting);
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
