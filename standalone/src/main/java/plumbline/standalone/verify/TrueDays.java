package plumbline.standalone.verify;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * For how long something was truly so on each date, and how far off a faithful sum may be: all of it counts, in whatever
 * episode or none.
 *
 * <p>A change is seen with the next reading. So each time it begins, less than the time between the readings around it goes
 * missing; each time it ends, at most so much is added. At one reading a second that is a second for each; where an angle is
 * missing two, around a restart of the device nine.
 */
final class TrueDays {
    private final LocalDays days;
    private final Map<LocalDate, TrueDay> sums = new TreeMap<>();

    private TrueDays(LocalDays days) {
        this.days = days;
    }

    static Map<LocalDate, TrueDay> of(List<Seen> truth, LocalDays days) {
        TrueDays sums = new TrueDays(days);
        truth.stream().filter(seen -> seen.posing() == Posing.HELD).forEach(sums::add);
        return sums.sums;
    }

    private void add(Seen seen) {
        days.split(seen.trueFromMillis(), seen.trueToMillis(), (date, millis) -> add(date, TrueDay.truly(millis)));
        days.split(seen.fromMillis(), seen.toMillis(), (date, millis) -> add(date, TrueDay.shown(millis)));
        change(seen.trueFromMillis(), seen.fromMillis(), TrueDay.missed(seen.mostMissed()));
        change(seen.trueToMillis(), seen.toMillis(), TrueDay.added(seen.mostAdded()));
    }

    /** A change that is seen on the next date touches both. */
    private void change(long trulyMillis, long seenMillis, TrueDay unsure) {
        LocalDate date = days.date(trulyMillis);
        add(date, unsure);
        if (!days.date(seenMillis).equals(date)) {
            add(days.date(seenMillis), unsure);
        }
    }

    private void add(LocalDate date, TrueDay day) {
        sums.merge(date, day, TrueDay::plus);
    }
}
