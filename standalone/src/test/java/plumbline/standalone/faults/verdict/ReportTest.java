package plumbline.standalone.faults.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void keptWhereEveryPromiseIs() {
        assertThat(Verdicts.report(Verdicts.of(Outcome.KEPT), Verdicts.of(Outcome.KEPT))
                        .isKept())
                .isTrue();
    }

    @Test
    void oneBrokenPromiseBreaksIt() {
        assertThat(Verdicts.report(Verdicts.of(Outcome.KEPT), Verdicts.of(Outcome.BROKEN), Verdicts.of(Outcome.SKIPPED))
                        .isKept())
                .isFalse();
    }

    @Test
    void whatIsSkippedBreaksNothing() {
        assertThat(Verdicts.report(Verdicts.of(Outcome.SKIPPED)).isKept()).isTrue();
        assertThat(Verdicts.report().isKept()).isTrue();
    }
}
