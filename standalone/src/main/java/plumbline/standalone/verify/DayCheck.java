package plumbline.standalone.verify;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import plumbline.contract.device.Activity;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DaySummary.Measured;
import plumbline.contract.event.DaySummary.OfIssue;
import plumbline.contract.event.PostureIssue;

/** Compares the days of one wearer, as they were published last, with the truth: worn time, walking, bad time of each issue. */
final class DayCheck {
    private static final OfIssue NOTHING = new OfIssue(0, 0, 0, 0);

    private final String name;
    private final WearerLog log;
    private final LocalDays days;
    private final Map<LocalDate, Measured> found = new TreeMap<>();
    private final Tally tally = new Tally();

    private DayCheck(String name, WearerLog log, ZoneId zone) {
        this.name = name;
        this.log = log;
        this.days = new LocalDays(zone);
    }

    /** @param name how faults call the wearer */
    static Tally of(String name, WearerLog log, ZoneId zone) {
        DayCheck check = new DayCheck(name, log, zone);
        log.days().forEach(check::take);
        check.sums();
        return check.tally;
    }

    private void take(DaySummary day) {
        found.put(day.date(), day.measured());
        if (!day.complete()) {
            tally.differing(name + " " + day.date() + " is never said to be over");
        }
    }

    private void sums() {
        activity("worn", activity -> activity != Activity.OFF_BODY, Measured::wornSeconds);
        activity("walking", activity -> activity == Activity.WALKING, Measured::walkingSeconds);
        for (PostureIssue issue : PostureIssue.values()) {
            compare(
                    issue.word(),
                    SeenTruth.of(issue, log),
                    measured -> measured.issues().getOrDefault(issue, NOTHING).badSeconds());
        }
    }

    private void activity(String figure, Predicate<Activity> activity, ToDoubleFunction<Measured> foundSeconds) {
        compare(figure, SeenTruth.ofActivity(activity, log), foundSeconds);
    }

    private void compare(String figure, List<Seen> truth, ToDoubleFunction<Measured> foundSeconds) {
        Map<LocalDate, TrueDay> sums = TrueDays.of(truth, days);
        TreeSet<LocalDate> dates = new TreeSet<>(sums.keySet());
        dates.addAll(found.keySet());
        for (LocalDate date : dates) {
            Measured measured = found.get(date);
            long millis = measured == null ? 0 : Math.round(foundSeconds.applyAsDouble(measured) * 1_000);
            tally.sum(millis, sums.getOrDefault(date, TrueDay.NONE), name + " " + figure + " " + date);
        }
    }
}
