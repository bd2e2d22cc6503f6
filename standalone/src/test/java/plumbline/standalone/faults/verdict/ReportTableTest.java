package plumbline.standalone.faults.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportTableTest {
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void backToTheLocale() {
        Locale.setDefault(locale);
    }

    private static Report small() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("kills", "20");
        figures.put("files", "31 -> 30");
        return Verdicts.report(
                new Verdict(
                        "1",
                        "ingest killed",
                        "no loss",
                        Outcome.BROKEN,
                        Verdicts.COUNTS,
                        1_250L,
                        143,
                        60,
                        figures,
                        List.of("999 lost")),
                Verdict.skipped("control", "cut", "is seen to lose", "not here"));
    }

    @Test
    void aSmallReportReadsAsPlainTextAndAsMarkdown() {
        assertThat(ReportTable.of(small())).isEqualTo("""
                        `plumbline faults --quick`, 2026-01-05T10:00:00Z, 2 processors, MQTT broker: Mosquitto, 60 devices, 300 uploads/s

                        | row     | fault         | promise         | verdict | sent      | acked     | stored | lost | duplicates | recovery | heap MB | figures                            |
                        | ------- | ------------- | --------------- | ------- | --------- | --------- | ------ | ---- | ---------- | -------- | ------- | ---------------------------------- |
                        | 1       | ingest killed | no loss         | broken  | 1,234,567 | 1,234,566 | 1,000  | 999  | 0          | 1.3 s    | 143     | kills 20; files 31 -> 30; 999 lost |
                        | control | cut           | is seen to lose | skipped | 0         | 0         | 0      | 0    | 0          |          |         | not here                           |
                        """);
    }

    @Test
    void numbersAreTheSameInEveryLanguage() {
        String here = ReportTable.of(small());
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertThat(ReportTable.of(small())).isEqualTo(here);
        Locale.setDefault(Locale.GERMANY);
        assertThat(ReportTable.of(small())).isEqualTo(here);
    }

    @Test
    void aReportWithoutRowsIsAHead() {
        assertThat(ReportTable.of(Verdicts.report()).lines().skip(2))
                .containsExactly(
                        "| row | fault | promise | verdict | sent | acked | stored | lost | duplicates | recovery | heap MB"
                                + " | figures |",
                        "| --- | ----- | ------- | ------- | ---- | ----- | ------ | ---- | ---------- | -------- | -------"
                                + " | ------- |");
    }
}
