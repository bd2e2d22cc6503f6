package plumbline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import plumbline.contract.event.DaySummary;
import plumbline.streams.week.Days;

/** The report, by the command line. */
class ReportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<DaySummary> days = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void sixWearers() {
        for (int i = 1; i <= 6; i++) {
            days.add(Days.day("pl-" + i, "2026-11-16", 8, 80));
            days.add(Days.day("pl-" + i, "2026-11-23", 7, 50 + i));
            days.add(Days.day("pl-" + i, "2026-11-24", 6, 40));
        }
    }

    private int run(String... arguments) {
        return new CommandLine(
                        new ReportCommand((kafka, device, told) -> days.forEach(day -> told.accept(day.key(), day))))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String file(String text) throws IOException {
        return Files.writeString(directory.resolve("group.txt"), text).toString();
    }

    @Test
    void aWearersWeekIsText() {
        assertThat(run("--device", "pl-1")).isZero();
        GoldenFile.assertMatches("report-wearer.txt", out.toString());
    }

    @Test
    void aGroupsWeekIsText() {
        assertThat(run()).isZero();
        GoldenFile.assertMatches("report-group.txt", out.toString());
    }

    @Test
    void asJsonItIsOneObject() {
        assertThat(run("--device", "pl-1", "--json")).isZero();
        GoldenFile.assertMatches("report-wearer.json", out.toString());
    }

    @Test
    void anEarlierWeekCanBeAskedFor() {
        assertThat(run("--device", "pl-1", "--week", "2026-W47")).isZero();
        assertThat(out.toString()).contains("pl-1, week 2026-W47 (16 November to 22 November)");
    }

    @Test
    void aGroupIsThoseInItsFile() throws IOException {
        assertThat(run("--group", file("# the second floor\npl-1\npl-2\n\npl-3\npl-4\npl-5\n")))
                .isZero();
        assertThat(out.toString()).startsWith("5 wearers, week 2026-W48");
    }

    @Test
    void aGroupBelowTheMinimumIsASentenceAndNoFigure() throws IOException {
        assertThat(run("--group", file("pl-1\npl-2\npl-3\npl-4\n"))).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("plumbline report: in 2026-W48 only 4 of the group wore their device; it"
                        + " takes --min-group 5 to tell of it without telling of anybody\n");
    }

    @Test
    void whoStandsInTheFileTwiceCountsOnce() throws IOException {
        assertThat(run("--group", file("pl-1\npl-1\npl-1\npl-1\npl-2\n"))).isEqualTo(1);
        assertThat(err.toString()).contains("only 2 of the group");
    }

    @Test
    void whereThereIsNoDayItSaysSo() {
        assertThat(run("--device", "nobody")).isEqualTo(1);
        assertThat(run("--device", "pl-1", "--week", "2026-W30", "--topic-prefix", "staging."))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("plumbline report: nobody has no day in posture.days.v1")
                .contains("plumbline report: pl-1 has no day in 2026-W30 in staging.posture.days.v1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--week 48 | --week '48' is no week; write year and week such as 2026-W48",
                "--device a/b | --device 'a/b' is not 1 to 64 of A-Z a-z 0-9 _ -",
                "--min-group 2 | --min-group is 2; from 3 on nobody can be told apart",
                "--device a --group g | --device and --group exclude each other",
                "--group no-such.txt | can't read no-such.txt: no such file, or no permission"
            })
    void whatCanNotBeIsNamed(String arguments, String fault) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(fault);
    }

    @Test
    void aGroupOfNobodyIsNamedByItsFile() throws IOException {
        String group = file("# nobody yet\n\n");

        assertThat(run("--group", group)).isEqualTo(2);
        assertThat(err.toString()).contains(group + " names no device");
    }

    @Test
    void aGroupThatIsNoTextIsNamed() throws IOException {
        Path group = Files.write(directory.resolve("group.bin"), new byte[] {(byte) 0xff, 0, 1});

        assertThat(run("--group", group.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(group + " is no text in UTF-8");
    }

    @Test
    void aDirectoryIsNoGroup() {
        assertThat(run("--group", directory.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("can't read " + directory + ": it is a directory");
    }

    @Test
    void aLineThatIsNoDeviceIsNamedByFileAndLine() throws IOException {
        String group = file("pl-1\nMiss Smith\n");

        assertThat(run("--group", group)).isEqualTo(2);
        assertThat(err.toString()).contains(group + ", line 2: 'Miss Smith' is not 1 to 64 of");
    }
}
