package plumbline.streams.summary;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.Activity;
import plumbline.contract.device.Answer.Finished;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Decision;
import plumbline.contract.event.PostureClass;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.detection.Stretch;
import plumbline.streams.order.DeviceClock;

/**
 * Sums up one input of one device. The day turns with the first reading, or bad time, at or after the wearer's midnight, and
 * never goes back: where a change of zone takes the wearer into the day before, the newer date goes on until the new zone
 * reaches its end.
 */
public final class DayFold {
    private final DeviceId device;
    private final DayLedger ledger;
    private final EpisodeTracker tracker;
    private final DayRules rules;
    private final Consumer<DaySummary> published;
    private long endMillis;

    public DayFold(
            DeviceId device, DayLedger ledger, EpisodeTracker tracker, DayRules rules, Consumer<DaySummary> published) {
        this.device = device;
        this.ledger = ledger;
        this.tracker = tracker;
        this.rules = rules;
        this.published = published;
        OpenDay open = ledger.open;
        endMillis = open == null ? 0 : rules.endMillis(open.date);
    }

    /** Whether a time is of a day that was ended by reports of later ones, though its readings were still to come. */
    public boolean isOver(long timeMillis) {
        OpenDay open = ledger.open;
        return open != null && timeMillis < open.measured.startMillis();
    }

    /** A reading is taken; one of a day that is over adds to none. */
    public void read(long timeMillis, Activity activity, long holdMillis) {
        OpenDay day = dayAt(timeMillis);
        if (timeMillis + holdMillis <= day.measured.startMillis()) {
            return;
        }
        publishIfDue(day, timeMillis);
        day.measured.read(timeMillis, activity, holdMillis);
        day.changes();
    }

    /** A reading has stood for its time. */
    public void stood(Stretch stretch) {
        if (stretch.posture() == PostureClass.BAD) {
            bad(
                    stretch.issue(),
                    stretch.fromMillis(),
                    stretch.toMillis() - stretch.fromMillis(),
                    stretch.episodeMillis());
        } else if (stretch.issue() == PostureIssue.PROLONGED_SITTING
                && ledger.open != null
                && stretch.toMillis() <= endMillis) {
            ledger.open().measured.upright(stretch.fromMillis(), stretch.toMillis());
        }
    }

    private void bad(PostureIssue issue, long fromMillis, long millis, long episodeMillis) {
        if (millis == 0) {
            return;
        }
        long to = fromMillis + millis;
        OpenDay day = dayAt(fromMillis);
        while (to > endMillis) {
            day = turn(day, fromMillis);
        }
        if (to <= day.measured.startMillis()) {
            return;
        }
        day.measured.bad(issue, fromMillis, to, episodeMillis, rules);
        day.changes();
    }

    /** The open day, turned as often as it takes. */
    private OpenDay dayAt(long timeMillis) {
        OpenDay day = ledger.open;
        if (day == null) {
            LocalDate date = rules.dateAt(timeMillis);
            return open(date, MeasuredDay.begin(rules.startMillis(date), tracker), timeMillis);
        }
        while (timeMillis >= endMillis) {
            day = turn(day, timeMillis);
        }
        return day;
    }

    /** To the date of {@code timeMillis}, or to the very next where a reading still stands into that. */
    private OpenDay turn(OpenDay day, long timeMillis) {
        long end = endOf(day);
        LocalDate next = day.date.plusDays(1);
        LocalDate there = rules.dateAt(timeMillis);
        boolean straddles = day.measured.standsBeyond(end, tracker);
        LocalDate date = straddles || there.isBefore(next) ? next : there;
        return turnTo(date, day, end, Math.max(rules.startMillis(date), end), timeMillis);
    }

    private long endOf(OpenDay day) {
        return Math.max(endMillis, day.measured.untilMillis());
    }

    private OpenDay turnTo(LocalDate date, OpenDay day, long end, long start, long nowMillis) {
        day.measured.settle(end, tracker, rules);
        if (day.isToBeCompleted()) {
            published.accept(day.complete(device, day.measured, rules, end, end));
        }
        return open(date, day.measured.next(start, tracker), nowMillis);
    }

    private OpenDay open(LocalDate date, MeasuredDay measured, long nowMillis) {
        OpenDay day = new OpenDay(date, measured, nowMillis);
        OpenDay later = ledger.later;
        if (later != null && !later.date.isAfter(date)) {
            ledger.later = null;
            if (later.date.equals(date)) {
                day.takeOver(later);
            } else {
                complete(later, rules.endMillis(later.date));
            }
        }
        ledger.open = day;
        endMillis = rules.endMillis(date);
        return day;
    }

    public void decided(Decision decision) {
        OpenDay day = dayOf(decision.at().toEpochMilli());
        day.told().decided(decision);
        day.changes();
    }

    /** Counts a report once, in the day of its time; one of a day that is over, in the open one. */
    public void finished(Finished finished, long arrivalMillis) {
        if (!ledger.seen.add(finished, arrivalMillis)) {
            return;
        }
        long at = DeviceClock.believable(finished.at(), arrivalMillis);
        OpenDay day = dayOf(at);
        day.told().finished(finished.kind(), finished.minutes());
        day.changes();
        publishIfDue(day, at);
    }

    /** What is told never ends the open day, since its readings may be on their way; a second later day does. */
    private OpenDay dayOf(long atMillis) {
        LocalDate date = rules.dateAt(atMillis);
        OpenDay open = ledger.open;
        if (open != null && !date.isAfter(open.date)) {
            return open;
        }
        OpenDay later = ledger.later;
        if (later != null && !date.isAfter(later.date)) {
            return later;
        }
        if (later != null && open != null) {
            passInto(later.date, atMillis);
        } else if (later != null) {
            complete(later, rules.endMillis(later.date));
        }
        OpenDay next = new OpenDay(date, MeasuredDay.begin(rules.startMillis(date), tracker), atMillis);
        ledger.later = next;
        return next;
    }

    /** The open day is no earlier than that one, whether anything was read in it or not. */
    void passInto(LocalDate date, long nowMillis) {
        OpenDay day = ledger.open;
        if (day != null && day.date.isBefore(date)) {
            long end = endOf(day);
            turnTo(date, day, end, Math.max(rules.startMillis(date), end), nowMillis);
        }
    }

    /** Publishes the open day if that is due at {@code nowMillis}, event time. */
    public void passTo(long nowMillis) {
        OpenDay open = ledger.open;
        if (open != null) {
            publishIfDue(open, nowMillis);
        }
    }

    private void publishIfDue(OpenDay day, long nowMillis) {
        if (day.isDue(nowMillis, rules)) {
            published.accept(day.publish(device, rules, nowMillis));
        }
    }

    /** Nothing has come for a while: what is due is published, as a whole day where midnight has passed. */
    public void timePasses(long nowMillis) {
        timePasses(ledger.open, nowMillis);
        timePasses(ledger.later, nowMillis);
    }

    private void timePasses(@Nullable OpenDay day, long nowMillis) {
        if (day == null || day.dueMillis(rules) > nowMillis) {
            return;
        }
        if (nowMillis >= rules.endMillis(day.date)) {
            complete(day, nowMillis);
        } else {
            published.accept(day.publish(device, rules, nowMillis));
        }
    }

    /** The day may still go on, if more of its readings come: so what stands until midnight is counted in a copy. */
    private void complete(OpenDay day, long nowMillis) {
        if (day.isToBeCompleted()) {
            long end = rules.endMillis(day.date);
            MeasuredDay whole = day.measured.copy();
            whole.settle(end, tracker, rules);
            published.accept(day.complete(device, whole, rules, end, nowMillis));
        }
    }

    /** The wearer is in another zone from now on: where it is a later date there, the day ends at once, else with the zone's. */
    public void zoneChanges(DayRules there) {
        OpenDay day = ledger.open;
        if (day == null) {
            return;
        }
        LocalDate date = there.dateAt(day.measured.untilMillis());
        if (date.isAfter(day.date)) {
            long now = day.measured.untilMillis();
            turnTo(date, day, now, now, now);
        } else if (there.endMillis(day.date) != endMillis) {
            day.changes();
        }
    }
}
