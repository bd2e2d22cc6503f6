package plumbline.streams.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DaySummary.Measured;
import plumbline.streams.detection.EpisodeTracker;

/** The days of one wearer, summed up anew from readings that are folded anew. */
public final class MendedDays {
    private final DayLedger ledger = new DayLedger();
    private final Map<LocalDate, DaySummary> over = new TreeMap<>();
    private final KnownDays known;
    private final DayFold fold;

    /**
     * Begins with none.
     *
     * @param tracker which takes the readings
     * @param known the same days as they were summed up before
     */
    public MendedDays(DeviceId device, EpisodeTracker tracker, DayRules rules, KnownDays known) {
        this.known = known;
        fold = new DayFold(device, ledger, tracker, rules.ofWholeDays(known), day -> over.put(day.date(), day));
    }

    /** Takes what is read and what has stood. */
    public DayFold fold() {
        return fold;
    }

    /**
     * Puts the open day right, and gives those that are over and have to be published again, with what was told in them. A day
     * is left alone that began before the fold did, or of which more was measured than is there.
     *
     * @param now the wearer's days, which go on
     * @param sinceMillis event time from which on the fold knows of all that counts
     */
    public List<DaySummary> mend(DayLedger now, long sinceMillis) {
        OpenDay open = now.open;
        if (open != null) {
            fold.passInto(open.date, open.measured.startMillis());
            mend(open, sinceMillis);
        }
        List<DaySummary> corrections = new ArrayList<>();
        for (DaySummary right : over.values()) {
            boolean isOver = open == null || right.date().isBefore(open.date);
            if (isOver && isWhole(right.date(), right.measured(), sinceMillis)) {
                correct(right, corrections);
            }
        }
        return corrections;
    }

    private void mend(OpenDay open, long sinceMillis) {
        OpenDay right = ledger.open;
        if (right != null
                && right.date.equals(open.date)
                && isWhole(open.date, right.measured.toEvent(), sinceMillis)) {
            open.mend(right.measured);
        }
    }

    private boolean isWhole(LocalDate date, Measured right, long sinceMillis) {
        Instant first = right.first();
        Instant before = known.of(date).map(day -> day.measured().first()).orElse(null);
        return first != null && first.toEpochMilli() >= sinceMillis && (before == null || !first.isAfter(before));
    }

    private void correct(DaySummary right, List<DaySummary> corrections) {
        DaySummary old = known.of(right.date()).orElse(null);
        if (old == null) {
            corrections.add(right);
        } else if (!right.measured().equals(old.measured())) {
            corrections.add(old.withMeasured(right.measured()));
        }
    }
}
