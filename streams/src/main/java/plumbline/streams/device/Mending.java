package plumbline.streams.device;

import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.detection.PostureEpisode;
import plumbline.streams.device.DeviceInput.HistoryRead;
import plumbline.streams.device.Effect.DaySummed;
import plumbline.streams.device.Effect.EpisodeChanged;
import plumbline.streams.device.Effect.EpisodeRetracted;
import plumbline.streams.device.Effect.HistoryWanted;
import plumbline.streams.history.Corrections;
import plumbline.streams.history.HistoryFold;
import plumbline.streams.order.DeviceClock;
import plumbline.streams.summary.KnownDays;

/**
 * Works late readings into the history of a device: all that it sent is folded anew from a time on from which the result does
 * not depend on what came before, and what differs from the published history is published. Reminders stay what they were.
 */
final class Mending {
    /** How far before the late readings to begin where no better time is known. */
    private static final long REACH_MILLIS = 60 * 3_600_000L;

    private final Turn turn;
    private final DeviceState state;

    Mending(Turn turn) {
        this.turn = turn;
        this.state = turn.state();
    }

    /** Asks for the device's history, where it is time to. */
    void timePasses() {
        if (state.late.dueAt() <= turn.nowMillis()) {
            // Of the open day it is known without reading, so that it need not be asked for twice.
            takeWholeDay(days(List.of()));
            ask();
        }
    }

    private void ask() {
        state.late.asked(turn.nowMillis());
        turn.tell(new HistoryWanted(begin().sinceArrivalMillis()));
    }

    private KnownDays days(List<DaySummary> published) {
        return KnownDays.of(
                turn.device(), published, state.days, turn.currentRules().day());
    }

    /** The day of the oldest late reading can only be summed up from its first reading on. */
    private void takeWholeDay(KnownDays days) {
        state.late.reachTo(days.wholeFrom(state.late.oldestMillis(), begin().millis()));
    }

    /**
     * From where on a history is folded.
     *
     * @param isRestart whether the record began anew there
     */
    private record Begin(long millis, boolean isRestart) {
        /** No reading is taken that is further ahead of its arrival. */
        long sinceArrivalMillis() {
            return millis - DeviceClock.AHEAD_MILLIS;
        }
    }

    private Begin begin() {
        long oldest = state.late.oldestMillis();
        OptionalLong restart = state.tracker.restartBefore(oldest);
        return new Begin(restart.orElse(oldest - REACH_MILLIS), restart.isPresent());
    }

    void mend(HistoryRead history) {
        if (state.late.isEmpty()) {
            return;
        }
        KnownDays days = days(history.days());
        takeWholeDay(days);
        Begin begin = begin();
        if (history.sinceMillis() > begin.sinceArrivalMillis()) {
            ask();
            return;
        }
        HistoryFold fold = HistoryFold.of(
                task(history, begin, days), mount -> turn.rules(mount).detection());
        if (fold.isComplete()) {
            takeOver(fold, begin, history);
        }
        state.late.settle();
    }

    private void takeOver(HistoryFold fold, Begin begin, HistoryRead history) {
        EpisodeTracker known = state.tracker;
        fold.tracker().goOnFrom(known, begin.millis());
        fold.fallSilentAs(known, turn.device(), turn.currentRules().detection());
        publish(fold, history);
        remind(known, fold.tracker());
        state.tracker = fold.tracker();
    }

    /** What is published stays as it is. */
    void giveUp() {
        state.late.settle();
    }

    /** What the device's state has not met yet comes in its turn. */
    private HistoryFold.Task task(HistoryRead history, Begin begin, KnownDays days) {
        return new HistoryFold.Task(
                turn.device(),
                begin.millis(),
                begin.isRestart(),
                history.uploads().stream()
                        .filter(upload -> upload.arrivalMillis() <= state.heardMillis)
                        .toList(),
                state.seen,
                state.clock,
                turn.currentRules().lateWithin(),
                turn.currentRules().day(),
                days);
    }

    private void publish(HistoryFold fold, HistoryRead history) {
        Corrections corrections = fold.corrections(history.episodes());
        history.episodes().forEach(episode -> goOnFrom(episode, fold.tracker()));
        for (Episode episode : corrections.changed()) {
            goOnFrom(episode, fold.tracker());
            turn.tell(new EpisodeChanged(episode));
        }
        corrections.gone().forEach(id -> turn.tell(new EpisodeRetracted(id)));
        fold.mend(state.days).forEach(day -> turn.tell(new DaySummed(day)));
    }

    private static void goOnFrom(Episode published, EpisodeTracker tracker) {
        PostureEpisode open = tracker.episode(published.issue());
        if (open.isOpenSince(published.start().toEpochMilli())) {
            open.publishedAs(published.revision());
        }
    }

    /** What was late brings no reminder nearer. */
    private void remind(EpisodeTracker known, EpisodeTracker mended) {
        for (PostureIssue issue : PostureIssue.values()) {
            long longAfter = turn.currentRules().detection().of(issue).longAfter();
            ZoneId zone = turn.currentRules().reminding().zone();
            state.ledger.mend(issue, known.episode(issue), mended.episode(issue), longAfter, zone);
        }
    }
}
