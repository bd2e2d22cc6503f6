package plumbline.standalone.faults;

import java.io.PrintWriter;
import java.util.Locale;
import plumbline.standalone.faults.rows.FaultRow;
import plumbline.standalone.faults.verdict.Verdict;

/** One line a row, while the suite runs. */
final class Progress {
    private final PrintWriter out;

    Progress(PrintWriter out) {
        this.out = out;
    }

    void begins(FaultRow row, int number, int of) {
        say("[%d/%d] row %s: %s".formatted(number, of, row.name(), row.fault()));
    }

    void ended(Verdict verdict) {
        say("      %s after %d s; lost %d; %s"
                .formatted(
                        verdict.outcome().name().toLowerCase(Locale.ROOT),
                        verdict.seconds(),
                        verdict.counts().lost(),
                        verdict.words()));
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }
}
