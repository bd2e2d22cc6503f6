package plumbline.streams.reminding;

import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** What was reminded of for one issue. Times in milliseconds since 1970, 0 for never. */
final class IssueLedger {
    private long lastRaised;
    private int raisedToday;
    private long episodeStart = -1;
    private int steps;
    private long dueAtExposure;
    private boolean dismissed;
    private String lastHeld = "";

    /** Looks at an episode; one that was not seen before begins with no step taken. */
    IssueLedger of(long start, long longAfter) {
        if (start != episodeStart) {
            episodeStart = start;
            steps = 0;
            dueAtExposure = longAfter;
            dismissed = false;
            lastHeld = "";
        }
        return this;
    }

    boolean isDue(long exposure, int mostSteps) {
        return !dismissed && steps < mostSteps && exposure >= dueAtExposure;
    }

    int nextStep() {
        return steps + 1;
    }

    /** The next step is due after as much exposure again. */
    void raised(long atMillis, long exposure, long longAfter) {
        steps++;
        raisedToday++;
        lastRaised = atMillis;
        dueAtExposure = exposure + longAfter;
        lastHeld = "";
    }

    /** Whether this rule holds the step back for the first time. */
    boolean isNewHold(String rule) {
        boolean fresh = !rule.equals(lastHeld);
        lastHeld = rule;
        return fresh;
    }

    void dismiss(long start) {
        dismissed |= start == episodeStart;
    }

    long lastRaised() {
        return lastRaised;
    }

    int raisedToday() {
        return raisedToday;
    }

    void dayBegins() {
        raisedToday = 0;
    }

    void write(StateWriter out) {
        out.number(lastRaised).number(raisedToday).number(episodeStart);
        if (episodeStart >= 0) {
            out.number(steps).number(dueAtExposure).truth(dismissed).text(lastHeld);
        }
    }

    static IssueLedger read(StateReader in) {
        IssueLedger ledger = new IssueLedger();
        ledger.lastRaised = in.number();
        ledger.raisedToday = in.integer();
        ledger.episodeStart = in.number();
        if (ledger.episodeStart >= 0) {
            ledger.steps = in.integer();
            ledger.dueAtExposure = in.number();
            ledger.dismissed = in.truth();
            ledger.lastHeld = in.text();
        }
        return ledger;
    }
}
