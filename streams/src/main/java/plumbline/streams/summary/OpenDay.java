package plumbline.streams.summary;

import java.time.Instant;
import java.time.LocalDate;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** A day that goes on: what was measured, what was told, and what of it was published. */
final class OpenDay {
    /** Where there is nothing to publish. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int CHANGED = 1;
    private static final int OVER = 2;

    final LocalDate date;
    MeasuredDay measured;
    private ToldDay told = new ToldDay();
    private int revision;
    private long publishedMillis;
    private boolean changed;
    private boolean over;

    /** @param publishedMillis from when on the first publication is counted */
    OpenDay(LocalDate date, MeasuredDay measured, long publishedMillis) {
        this.date = date;
        this.measured = measured;
        this.publishedMillis = publishedMillis;
    }

    /** Goes on with what was told of the same date before anything was measured in it. */
    void takeOver(OpenDay toldBefore) {
        told = toldBefore.told;
        revision = toldBefore.revision;
        publishedMillis = toldBefore.publishedMillis;
        changed = true;
    }

    ToldDay told() {
        return told;
    }

    /** Goes on with what was measured according to a fold of its readings. */
    void mend(MeasuredDay right) {
        if (!right.toEvent().equals(measured.toEvent())) {
            changes();
        }
        measured = right;
    }

    void changes() {
        changed = true;
        over = false;
    }

    /** Whether there is anything to tell, and it was not told as a whole day's already. */
    boolean isToBeCompleted() {
        return !over && isAnything();
    }

    private boolean isAnything() {
        return measured.isAnything() || told.isAnything();
    }

    /** When the day is to be published next, if nothing more comes. */
    long dueMillis(DayRules rules) {
        if (!isToBeCompleted()) {
            return NEVER;
        }
        long end = rules.endMillis(date);
        return changed ? Math.min(end, publishedMillis + rules.every()) : end;
    }

    /** Whether the day has changed and may be published again while it goes on. */
    boolean isDue(long nowMillis, DayRules rules) {
        return changed && isAnything() && nowMillis - publishedMillis >= rules.every();
    }

    /** The next revision, as it stands. */
    DaySummary publish(DeviceId device, DayRules rules, long nowMillis) {
        return publish(device, measured, rules, rules.endMillis(date), nowMillis);
    }

    /** The last revision, unless something more of this day comes: with what {@code whole} adds to what was measured. */
    DaySummary complete(DeviceId device, MeasuredDay whole, DayRules rules, long endMillis, long nowMillis) {
        over = true;
        return publish(device, whole, rules, endMillis, nowMillis);
    }

    private DaySummary publish(DeviceId device, MeasuredDay figures, DayRules rules, long endMillis, long nowMillis) {
        revision++;
        publishedMillis = nowMillis;
        changed = false;
        return toEvent(device, figures, rules, endMillis);
    }

    /** As it stands, under the revision that was published last. */
    DaySummary toEvent(DeviceId device, DayRules rules) {
        return toEvent(device, measured, rules, rules.endMillis(date));
    }

    private DaySummary toEvent(DeviceId device, MeasuredDay figures, DayRules rules, long endMillis) {
        return new DaySummary(
                device,
                date,
                rules.zone().getId(),
                Instant.ofEpochMilli(measured.startMillis()),
                Instant.ofEpochMilli(endMillis),
                over,
                figures.toEvent(),
                told.toEvent(),
                revision);
    }

    void write(StateWriter out) {
        out.number(date.toEpochDay()).number((changed ? CHANGED : 0) + (over ? OVER : 0));
        measured.write(out);
        told.write(out);
        out.time(publishedMillis).number(revision);
    }

    static OpenDay read(StateReader in) {
        LocalDate date = LocalDate.ofEpochDay(in.number());
        int flags = in.integer();
        OpenDay day = new OpenDay(date, MeasuredDay.read(in), 0);
        day.told = ToldDay.read(in);
        day.publishedMillis = in.time();
        day.revision = in.integer();
        day.changed = (flags & CHANGED) != 0;
        day.over = (flags & OVER) != 0;
        return day;
    }
}
