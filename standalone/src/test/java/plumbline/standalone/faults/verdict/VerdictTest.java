package plumbline.standalone.faults.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private final Findings findings = new Findings();

    private String words() {
        return findings.verdict("1", "fault", "promise", Duration.ZERO).words();
    }

    @Test
    void aRowWithoutFiguresHasNothingToSay() {
        assertThat(words()).isEmpty();
    }

    @Test
    void figuresComeFirstInTheirOrderAndReasonsAfterThem() {
        findings.require(false, "3 lost");
        findings.figure("kills", 20);
        findings.figure("cuts", 4);
        findings.require(false, "the ingester has ended");
        assertThat(words()).isEqualTo("kills 20; cuts 4; 3 lost; the ingester has ended");
    }

    @Test
    void aSkippedRowSaysWhyAndHasNoFigures() {
        Verdict skipped = Verdict.skipped("5", "fault", "promise", "there is no Docker");
        assertThat(skipped.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(skipped.words()).isEqualTo("there is no Docker");
        assertThat(skipped.row()).isEqualTo("5");
        assertThat(skipped.fault()).isEqualTo("fault");
        assertThat(skipped.promise()).isEqualTo("promise");
        assertThat(skipped.counts()).isEqualTo(Counts.NONE);
        assertThat(skipped.recoveryMillis()).isNull();
    }
}
