package plumbline.standalone.faults.verdict;

import java.util.List;

/**
 * All verdicts of a run, as they go to the JSON file.
 *
 * @param broker which MQTT broker ran
 * @param machine processors, memory and Java
 */
public record Report(
        String command,
        String date,
        String machine,
        String broker,
        int devices,
        int uploadsPerSecond,
        List<Verdict> rows) {
    /** Whether no promise was broken. */
    public boolean isKept() {
        return rows.stream().noneMatch(row -> row.outcome() == Outcome.BROKEN);
    }
}
