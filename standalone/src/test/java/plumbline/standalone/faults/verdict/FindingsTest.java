package plumbline.standalone.faults.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final Findings findings = new Findings();

    private Verdict verdict() {
        return findings.verdict("2", "TCP cut", "no loss", Duration.ofMillis(61_900));
    }

    @Test
    void withoutAnythingBrokenThePromiseIsKept() {
        findings.require(true, "never told");
        assertThat(verdict().outcome()).isEqualTo(Outcome.KEPT);
        assertThat(verdict().reasons()).isEmpty();
    }

    @Test
    void aBrokenRequirementBreaksThePromiseAndIsTheReason() {
        findings.require(false, "3 lost");
        findings.require(true, "never told");
        findings.require(false, "no alarm");
        assertThat(verdict().outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(verdict().reasons()).containsExactly("3 lost", "no alarm");
    }

    @Test
    void whatTheRowIsAndHowLongItTookIsTold() {
        assertThat(verdict().row()).isEqualTo("2");
        assertThat(verdict().fault()).isEqualTo("TCP cut");
        assertThat(verdict().promise()).isEqualTo("no loss");
        assertThat(verdict().seconds()).isEqualTo(61);
    }

    @Test
    void theLongestRecoveryIsTold() {
        findings.recovered(Duration.ofMillis(300), BOUND);
        findings.recovered(Duration.ofMillis(1_250), BOUND);
        findings.recovered(Duration.ofMillis(20), BOUND);
        assertThat(verdict().recoveryMillis()).isEqualTo(1_250);
    }

    @Test
    void recoveryJustBelowTheBoundIsKept() {
        findings.recovered(BOUND.minusNanos(1), BOUND);
        assertThat(verdict().outcome()).isEqualTo(Outcome.KEPT);
    }

    @Test
    void recoveryAtTheBoundIsBrokenAndStillTold() {
        findings.recovered(BOUND, BOUND);
        assertThat(verdict().outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(verdict().reasons()).containsExactly("it went on only after 10.0 s");
        assertThat(verdict().recoveryMillis()).isEqualTo(10_000);
    }

    @Test
    void withoutARecoveryThereIsNone() {
        assertThat(verdict().recoveryMillis()).isNull();
    }

    @Test
    void aRecoveryAtOnceIsARecovery() {
        findings.recovered(Duration.ZERO, BOUND);
        assertThat(verdict().recoveryMillis()).isZero();
    }

    @Test
    void theHighestPeakIsToldInWholeMegabytes() {
        findings.peakHeap(2 * 1024 * 1024 + 1_048_575);
        findings.peakHeap(1024 * 1024);
        assertThat(verdict().peakHeapMegabytes()).isEqualTo(2);
    }

    @Test
    void theLastCountsAreThoseOfTheRow() {
        assertThat(verdict().counts()).isEqualTo(Counts.NONE);
        findings.counts(new Counts(1, 1, 1, 0, 0, 0));
        findings.counts(Verdicts.COUNTS);
        assertThat(verdict().counts()).isEqualTo(Verdicts.COUNTS);
    }

    @Test
    void aVerdictDoesNotChangeWithWhatIsFoundLater() {
        Verdict early = verdict();
        findings.figure("kills", 1);
        findings.require(false, "3 lost");
        assertThat(early.words()).isEmpty();
        assertThat(early.outcome()).isEqualTo(Outcome.KEPT);
    }

    @Test
    void secondsHaveATenthAndAPoint() {
        assertThat(Findings.seconds(Duration.ofMillis(1_240))).isEqualTo("1.2 s");
        assertThat(Findings.seconds(Duration.ofSeconds(600))).isEqualTo("600.0 s");
    }
}
