package plumbline.streams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.streams.GoldenFile;

/** A policy and a changed one on the same recording, by the command line. */
class CompareTest extends BacktestFixture {
    private static final String TWELVE_WEARERS = "../docs/recordings/classyglass/readings.csv";
    private static final String PLAIN = "{\"v\":1}";
    private static final String EAGER = """
            {"v":1,"settings":{"forward-neck.long":"2m","prolonged-sitting.long":"8m","cooldown.same":"4m","cooldown.any":"3m"}}
            """;

    private int compare(String before, String after) throws IOException {
        return run(
                "--file",
                TWELVE_WEARERS,
                "--mount",
                "glasses",
                "--compare",
                file("old.json", before),
                file("new.json", after));
    }

    @Test
    void eachWearerHasARowAndThenComesWhatIsNewAndGone() throws IOException {
        assertThat(compare("{\"v\":1,\"settings\":{\"forward-neck.long\":\"3m\"}}", EAGER))
                .isZero();
        assertThat(err.toString()).isEmpty();
        GoldenFile.assertMatches("compare.txt", out.toString());
    }

    @Test
    void theWholeIsJsonToo() throws IOException {
        run(
                "--file",
                "src/test/resources/recordings/two-wearers.csv",
                "--compare",
                file("old.json", PLAIN),
                file("new.json", "{\"v\":1,\"settings\":{\"forward-neck.long\":\"90s\"}}"),
                "--json");

        GoldenFile.assertMatches("compare.json", out.toString());
    }

    @Test
    void theSamePolicyTwiceRaisesTheSameReminders() throws IOException {
        compare(EAGER, EAGER);

        assertThat(out.toString()).endsWith("\nthe same reminders\n");
    }

    @Test
    void whatOneSideGainsTheOtherLosesTheOtherWayRound() throws IOException {
        compare(PLAIN, EAGER);
        String there = out.toString();
        out.getBuffer().setLength(0);
        compare(EAGER, PLAIN);

        assertThat(there.lines().filter(line -> line.startsWith("+ ")).map(line -> line.replace('+', '-')))
                .isNotEmpty()
                .containsExactlyElementsOf(out.toString()
                        .lines()
                        .filter(line -> line.startsWith("- "))
                        .toList());
    }

    @Test
    void aReminderThatComesAtAnotherTimeIsGoneAndNew() throws IOException {
        compare(
                "{\"v\":1,\"settings\":{\"forward-neck.long\":\"3m\"}}",
                "{\"v\":1,\"settings\":{\"forward-neck.long\":\"4m\"}}");

        Set<String> gone = ids("- ");
        assertThat(ids("+ ")).anyMatch(gone::contains);
    }

    private Set<String> ids(String sign) {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith(sign))
                .map(line -> line.split(" +")[2])
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"v\":1,\"settings\":{\"cap.dya\":\"1\"}} | there is no setting 'cap.dya'; did you mean cap.day?",
                "{\"v\":1,\"setings\":{\"cap.day\":\"1\"}} | there is no field 'setings'; did you mean settings?",
                "{\"v\":1,\"settings\":{\"cap.day\":\"many\"}} | cap.day is 'many'; write",
                "{\"v\":1,\"zone\":\"Berlin\"} | zone is 'Berlin'; write a time zone such as Europe/Berlin",
                "{\"v\":1,\"floor\":\"no\"} | floor",
                "{\"v\":1,\"avoid\":[\"neck-rol\"]} | there is no exercise 'neck-rol'; did you mean neck-roll?",
                "{\"v\":1 | not JSON at line 1",
                "'' | new.json: not one JSON object"
            })
    void aBadProfileIsNamedByFileAndField(String json, String fault) throws IOException {
        assertThat(compare(PLAIN, json)).isEqualTo(2);
        assertThat(err.toString())
                .contains(directory.resolve("new.json") + ": ")
                .contains(fault);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMissingProfileIsNamed() throws IOException {
        String there = file("old.json", PLAIN);

        assertThat(run("--file", TWELVE_WEARERS, "--compare", there, "no-such.json"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("can't read no-such.json: no such file, or no permission");
    }

    @Test
    void oneProfileAloneCanNotBeCompared() throws IOException {
        assertThat(run("--file", TWELVE_WEARERS, "--compare", file("old.json", PLAIN)))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--compare");
    }

    @Test
    void eitherOnePolicyRunsOrTwoAreCompared() throws IOException {
        String there = file("old.json", PLAIN);

        assertThat(run("--file", TWELVE_WEARERS, "--profile", there, "--compare", there, there))
                .isEqualTo(2);
        assertThat(err.toString()).contains("mutually exclusive");
    }

    @Test
    void jsonWithoutAComparisonIsRefused() {
        assertThat(run("--file", TWELVE_WEARERS, "--json")).isEqualTo(2);
        assertThat(err.toString()).contains("--json goes with --compare");
    }
}
