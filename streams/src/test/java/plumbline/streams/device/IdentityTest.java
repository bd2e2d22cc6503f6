package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Upload;
import plumbline.contract.event.RejectReason;
import plumbline.streams.Sitter;

/** One identity, two contents: the first one stands, the other is a dead letter. */
class IdentityTest {
    private final Device device = Device.storedEachTime();
    private final List<Upload> sent = new ArrayList<>();

    private void allArrive() {
        sent.forEach(device::take);
    }

    private List<RejectReason> reasons() {
        return device.rejections().stream().map(Effect.InputRejected::reason).toList();
    }

    @Test
    void otherAnglesUnderTheSameNumbersAreRejected() {
        new Sitter(sent::add).bad(20);
        new Sitter(sent::add).good(20);
        allArrive();

        assertThat(reasons()).containsExactly(RejectReason.IDENTITY_TAKEN, RejectReason.IDENTITY_TAKEN);
        assertThat(device.rejections().get(1).detail())
                .isEqualTo("boot 1, seq 10 to 19 came before with other content; what came first stands");
    }

    @Test
    void aBootCounterThatDoesNotSurviveARestartIsSeen() {
        new Sitter(sent::add).bad(600);
        new Sitter(sent::add).at(Sitter.BEGIN.plusSeconds(700)).bad(100);
        allArrive();

        assertThat(reasons()).hasSize(10).containsOnly(RejectReason.IDENTITY_TAKEN);
    }

    @Test
    void whatComesAgainIsADuplicateHoweverOldItIs() {
        new Sitter(sent::add).bad(600);
        sent.addAll(List.copyOf(sent));
        allArrive();

        assertThat(reasons()).isEmpty();
        assertThat(device.counts()).last().isEqualTo(Effect.ReadingsCounted.duplicate(10));
    }

    @Test
    void aRejectedClockIsNotRejectedAgainAsSomethingElse() {
        new Sitter(sent::add).at(Sitter.BEGIN.plusSeconds(999_999)).bad(10);
        device.arrives(sent.get(0), Sitter.BEGIN.toEpochMilli());
        device.arrives(sent.get(0), Sitter.BEGIN.toEpochMilli());

        assertThat(reasons()).containsExactly(RejectReason.CLOCK_OUT_OF_RANGE);
    }

    @Test
    void whatIsStillHeldComesAgainAsADuplicate() {
        new Sitter(sent::add).bad(30);
        device.take(sent.get(0));
        device.take(sent.get(2));
        device.take(sent.get(2));

        assertThat(reasons()).isEmpty();
    }
}
