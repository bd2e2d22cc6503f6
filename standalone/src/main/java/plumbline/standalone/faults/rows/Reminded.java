package plumbline.standalone.faults.rows;

import java.util.Set;
import plumbline.standalone.faults.posture.Comparison;
import plumbline.standalone.faults.verdict.Counts;
import plumbline.standalone.faults.verdict.Findings;

/** Reminders and episodes of all parts of a row, beside what was expected: the same by id, and enough to tell. */
final class Reminded {
    private static final int NAMED = 3;

    private long sent;
    private int expected;
    private int seen;
    private int missing;
    private int extra;
    private long twice;
    private int episodes;

    /** Adds what came of one part, and holds that it is as expected. */
    void add(Comparison part, String which, Findings findings) {
        sent += part.sent();
        expected += part.expected();
        seen += part.seen();
        missing += part.missing().size();
        extra += part.extra().size();
        twice += part.twice();
        episodes += part.episodes();
        String where = which.isEmpty() ? "" : " (" + which + ")";
        findings.require(part.expected() > 0, "no reminder was due" + where);
        none(part.missing(), "reminders missing" + where, findings);
        none(part.extra(), "reminders extra" + where, findings);
        none(part.otherEpisodes(), "episodes ended otherwise" + where, findings);
        none(part.otherPast(), "episodes of the past ended otherwise" + where, findings);
        none(part.strangeEpisodes(), "episodes against the script" + where, findings);
    }

    private static void none(Set<String> ids, String what, Findings findings) {
        findings.require(
                ids.isEmpty(),
                ids.size() + " " + what + ", as " + ids.stream().limit(NAMED).toList());
    }

    void tell(Findings findings) {
        findings.counts(new Counts(sent, sent, sent, 0, 0, 0));
        findings.figure("reminders expected", expected);
        findings.figure("seen", seen);
        findings.figure("missing", missing);
        findings.figure("extra", extra);
        findings.figure("published twice", twice);
        findings.figure("episodes", episodes);
    }
}
