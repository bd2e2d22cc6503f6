package plumbline.streams.summary;

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
     * Puts the open day right, and gives those that are over and were not: what was told in them stays as it was.
     *
     * @param now the wearer's days, which go on
     * @param completeSinceMillis from when on all was taken that there is; days with something from before are left alone
     */
    public List<DaySummary> correct(DayLedger now, long completeSinceMillis) {
        OpenDay open = now.open;
        if (open != null) {
            fold.passInto(open.date, open.measured.startMillis());
            mend(open, completeSinceMillis);
        }
        for (DaySummary day : known.all()) {
            if (open == null || day.date().isBefore(open.date)) {
                over.putIfAbsent(day.date(), day.withMeasured(Measured.NOTHING));
            }
        }
        List<DaySummary> corrections = new ArrayList<>();
        for (DaySummary day : over.values()) {
            if (known.isWithin(day.date(), completeSinceMillis)) {
                correct(day, corrections);
            }
        }
        return corrections;
    }

    private void mend(OpenDay open, long completeSinceMillis) {
        OpenDay right = ledger.open;
        if (right != null && right.date.equals(open.date) && known.isWithin(open.date, completeSinceMillis)) {
            open.mend(right.measured);
        }
    }

    private void correct(DaySummary right, List<DaySummary> corrections) {
        DaySummary old = known.of(right.date()).orElse(null);
        if (old == null) {
            corrections.add(right);
        } else if (!old.measured().equals(right.measured())) {
            corrections.add(old.withMeasured(right.measured()));
        }
    }
}
