package plumbline.standalone.faults.verdict;

import java.util.List;
import java.util.Map;

/** Verdicts to be told. */
final class Verdicts {
    static final Counts COUNTS = new Counts(1_234_567, 1_234_566, 1_000, 999, 0, 12);

    private Verdicts() {}

    static Verdict of(Outcome outcome) {
        return new Verdict("1", "a fault", "a promise", outcome, COUNTS, null, 0, 9, Map.of(), List.of());
    }

    static Report report(Verdict... rows) {
        return new Report(
                "plumbline faults --quick",
                "2026-01-05T10:00:00Z",
                "2 processors",
                "Mosquitto",
                60,
                300,
                List.of(rows));
    }
}
