package plumbline.streams.reminding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.detection.PostureEpisode;
import plumbline.streams.detection.Stretch;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * What one wearer was reminded of and has answered: all that the policy remembers. Times in milliseconds since 1970, 0
 * for never.
 */
public final class ReminderLedger {
    private final Map<PostureIssue, IssueLedger> issues = new EnumMap<>(PostureIssue.class);
    private long lastRaised;
    private long day = -1;
    private int raisedToday;
    private long satToday;
    private long snoozedUntil;
    private PainRest pain = new PainRest();
    private int ignoredInARow;
    private String lastExercise = "";

    public ReminderLedger() {
        for (PostureIssue issue : PostureIssue.values()) {
            issues.put(issue, new IssueLedger());
        }
    }

    IssueLedger issue(PostureIssue issue) {
        return Objects.requireNonNull(issues.get(issue));
    }

    /**
     * An issue was folded anew with readings that had come late: what was due stays due after as much exposure as before, in
     * the next episode too.
     *
     * @param known the episode before, {@code mended} after; either may be closed
     * @param zone the wearer's
     */
    public void mend(PostureIssue issue, PostureEpisode known, PostureEpisode mended, long longAfter, ZoneId zone) {
        boolean overMidnight = mended.isOpen() && mended.startMillis() < beginMillis(zone);
        issue(issue).mend(known, mended, longAfter, overMidnight);
    }

    /** Turns the page at the wearer's own midnight, and never back: who flies west stays on a date until it is over there too. */
    void turnTo(long atMillis, ZoneId zone) {
        long today = Instant.ofEpochMilli(atMillis).atZone(zone).toLocalDate().toEpochDay();
        if (today > day) {
            day = today;
            raisedToday = 0;
            satToday = 0;
            issues.values().forEach(IssueLedger::dayBegins);
        }
    }

    /** A posture stood for so long: what the wearer sits is summed up by the day. */
    public void stood(Stretch stretch, ZoneId zone) {
        if (stretch.issue() == PostureIssue.PROLONGED_SITTING && stretch.isBad()) {
            sat(stretch.fromMillis(), stretch.toMillis(), zone);
        }
    }

    /** What lies before the midnight that it reaches over was of the day before. */
    void sat(long fromMillis, long toMillis, ZoneId zone) {
        turnTo(toMillis, zone);
        long begin = beginMillis(zone);
        // Who has flown west over midnight is on a date that has not begun there.
        satToday += toMillis - (begin <= toMillis ? Math.max(fromMillis, begin) : fromMillis);
    }

    private long beginMillis(ZoneId zone) {
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    /**
     * Sitting of today, in milliseconds, as far as it was known in time: the day's sums are mended by readings that come late,
     * and those bring no reminder nearer.
     */
    long satTodayMillis() {
        return satToday;
    }

    /** One reminder went out, whatever number of issues it names. */
    void raised(long atMillis, String exercise) {
        lastRaised = atMillis;
        raisedToday++;
        lastExercise = exercise.isEmpty() ? lastExercise : exercise;
    }

    void snooze(long untilMillis) {
        snoozedUntil = Math.max(snoozedUntil, untilMillis);
    }

    /** What a reminder came to by what was measured; what could not be measured says nothing. */
    void cameTo(Outcome outcome) {
        if (outcome == Outcome.IGNORED) {
            ignoredInARow++;
        } else if (outcome == Outcome.CORRECTED) {
            suited();
        }
    }

    /** A reminder was of use. */
    void suited() {
        ignoredInARow = 0;
    }

    int ignoredInARow() {
        return ignoredInARow;
    }

    /** Up to when the device must tell, by its own time, before an outcome is settled without it; nothing where none is open. */
    public OptionalLong outcomeDueAt(ReminderRules rules) {
        return issues.values().stream()
                .map(IssueLedger::open)
                .filter(open -> open != null && !open.isJudged())
                .mapToLong(open -> open.raisedAt() + rules.movement().within() + OutcomeJudge.PATIENCE_MILLIS)
                .min();
    }

    long lastRaised() {
        return lastRaised;
    }

    int raisedToday() {
        return raisedToday;
    }

    long snoozedUntil() {
        return snoozedUntil;
    }

    PainRest pain() {
        return pain;
    }

    String lastExercise() {
        return lastExercise;
    }

    public void write(StateWriter out) {
        out.time(lastRaised).number(day).number(raisedToday).number(satToday);
        out.time(snoozedUntil);
        pain.write(out);
        out.number(ignoredInARow);
        out.number(StretchCatalogue.place(lastExercise));
        issues.values().forEach(issue -> issue.write(out));
    }

    public static ReminderLedger read(StateReader in) {
        ReminderLedger ledger = new ReminderLedger();
        ledger.lastRaised = in.time();
        ledger.day = in.number();
        ledger.raisedToday = in.integer();
        // Version 2 held here what had been sat before today, of all that is aside.
        ledger.satToday = in.isSince(3) ? in.number() : in.fromAside() - in.number();
        ledger.snoozedUntil = in.time();
        ledger.pain = PainRest.read(in);
        if (in.isSince(3)) {
            ledger.ignoredInARow = in.integer();
            ledger.lastExercise = StretchCatalogue.at(in.integer());
        } else {
            ledger.lastExercise = in.text();
        }
        ledger.issues.replaceAll((issue, fresh) -> IssueLedger.read(in));
        return ledger;
    }
}
