package plumbline.streams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.streams.GoldenFile;

/** The rules on a file, by the command line. */
class BacktestCommandTest extends BacktestFixture {
    private static final String HEADER = "device,time_ms,neck_deg,shoulder_deg,activity\n";
    private static final String TWO_WEARERS = "src/test/resources/recordings/two-wearers.csv";

    private long reminders() {
        return out.toString()
                .lines()
                .filter(line -> line.contains("posture.reminders.v1") && !line.contains("withdrawn"))
                .count();
    }

    @Test
    void everyEventIsALineAsThePipelineWouldPublishIt() {
        int exit = run("--file", TWO_WEARERS, "--set", "forward-neck.long=90s", "--set", "status.every=31m");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        GoldenFile.assertMatches("backtest.jsonl", out.toString());
    }

    @Test
    void theSameFileGivesTheSameLines() {
        run("--file", TWO_WEARERS);
        String first = out.toString();
        out.getBuffer().setLength(0);
        run("--file", TWO_WEARERS);

        assertThat(out.toString()).isEqualTo(first).isNotEmpty();
    }

    @Test
    void withTheDefaultsTwoMinutesAreNotLong() {
        run("--file", TWO_WEARERS);

        assertThat(reminders()).isZero();
    }

    @Test
    void theMountMovesTheThresholds() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 70; i++) {
            rows.append("alma,").append(1_772_618_400_000L + i * 1_000).append(",12,,\n");
        }
        String recording = file("readings.csv", rows.toString());
        run("--file", recording);
        assertThat(out.toString()).doesNotContain("posture.episodes.v1");

        run("--file", recording, "--mount", "earbud");
        assertThat(out.toString()).contains("posture.episodes.v1");
    }

    @Test
    void aProfileHoldsForEveryDevice() throws IOException {
        String profile = file("profile.json", "{\"v\":1,\"settings\":{\"forward-neck.long\":\"90s\"}}");
        run("--file", TWO_WEARERS, "--profile", profile);

        assertThat(reminders()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alma,then,1,2,sitting | time_ms 'then' is not a whole number",
                "alma,-1,1,2,sitting | time_ms '-1' is not from 1970 to 2099",
                "alma,4102444800000,1,2,sitting | time_ms '4102444800000' is not from 1970 to 2099",
                "alma,1,much,2,sitting | neck_deg 'much' is not a number of degrees",
                "alma,1,NaN,2,sitting | neck_deg 'NaN' is not a finite number",
                "alma,1,1,2,dancing | activity 'dancing' is none of",
                "al/ma,1,1,2,sitting | device 'al/ma' is not 1 to 64 of"
            })
    void aRowThatCanNotBeReadIsNamedByFileAndLine(String row, String fault) throws IOException {
        String recording = file("bad.csv", HEADER + "alma,0,1,2,sitting\n" + row + "\nalma,5,1,2,sitting\n");

        assertThat(run("--file", recording)).isEqualTo(2);
        assertThat(err.toString()).contains(recording + ", line 3: " + fault);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void timeThatRunsBackwardsIsNamedByFileAndLine() throws IOException {
        String recording = file("bad.csv", HEADER + "alma,5,1,2,sitting\nbo,1,1,2,sitting\nalma,4,1,2,sitting\n");

        assertThat(run("--file", recording)).isEqualTo(2);
        assertThat(err.toString()).contains(recording + ", line 4: time_ms runs backwards for alma");
    }

    @Test
    void theScoreIsPrintedInsteadOfTheEvents() throws IOException {
        String recording = file(
                "labelled.csv",
                "device,time_ms,neck_deg,shoulder_deg,activity,label\n"
                        + "alma,1772618400000,30,,sitting,reading\n"
                        + "alma,1772618401000,31,,sitting, reading \n"
                        + "alma,1772618402000,3,,sitting,typing\n");

        assertThat(run("--file", recording, "--score", "reading")).isZero();

        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("alma +3 +2 +2 +1.000 +1.000 +0 +0 +0.000"))
                .anyMatch(line -> line.matches("reading \\* +2 +2 +1.000"))
                .noneMatch(line -> line.startsWith("{"));
    }

    @Test
    void aLabelThatNoReadingHasIsToldTheNearest() throws IOException {
        String recording = file(
                "labelled.csv",
                "device,time_ms,neck_deg,shoulder_deg,activity,label\nalma,1772618400000,30,,sitting,reading\n");

        assertThat(run("--file", recording, "--score", "readin")).isEqualTo(2);
        assertThat(err.toString()).contains("has the label 'readin'; did you mean reading?");
        assertThat(run("--file", TWO_WEARERS, "--score", "reading")).isEqualTo(2);
    }

    @Test
    void anUnknownSettingIsToldTheNearest() {
        assertThat(run("--file", TWO_WEARERS, "--set", "forward-neck.lnog=90s")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--set: there is no setting 'forward-neck.lnog'; did you mean forward-neck.long?");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(run("--file", "no-such.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("can't read no-such.csv: no such file, or no permission");
    }

    @Test
    void whatIsNoCsvFileIsNamed() throws IOException {
        assertThat(run("--file", directory.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("can't read " + directory + ": it is a directory");
        assertThat(run("--file", file("empty.csv", ""))).isEqualTo(2);
        assertThat(err.toString()).contains("empty.csv: not a CSV file with a header in UTF-8");
        Path binary = Files.write(directory.resolve("binary.csv"), new byte[] {'d', (byte) 0xC3, 0x10, ',', 1});
        assertThat(run("--file", binary.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("binary.csv: not a CSV file with a header in UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"v\":1,\"settings\":{\"cap.dya\":\"1\"}} | did you mean cap.day?",
                "{\"v\":2} | v is 2; known is 1",
                "{\"v\":1 | not JSON at line 1"
            })
    void aBadProfileIsNamed(String json, String fault) throws IOException {
        String profile = file("profile.json", json);

        assertThat(run("--file", TWO_WEARERS, "--profile", profile)).isEqualTo(2);
        assertThat(err.toString()).contains(profile + ": ").contains(fault);
    }
}
