package plumbline.streams.device;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.detection.PostureEpisode;
import plumbline.streams.device.DeviceInput.HistoryRead;
import plumbline.streams.device.Effect.EpisodeChanged;
import plumbline.streams.device.Effect.EpisodeRetracted;
import plumbline.streams.device.Effect.HistoryWanted;
import plumbline.streams.history.Corrections;
import plumbline.streams.history.HistoryFold;
import plumbline.streams.order.DeviceClock;

/**
 * Works late readings into the history of a device: all that it sent is folded anew from a time on from which the result does
 * not depend on what came before, and what differs from the published history is published. Reminders stay what they were.
 */
final class Mending {
    /** How far before the late readings to begin where no better time is known. */
    private static final long REACH_MILLIS = 48 * 3_600_000L;

    private final Turn turn;
    private final DeviceState state;

    Mending(Turn turn) {
        this.turn = turn;
        this.state = turn.state();
    }

    /** Asks for the device's history, where it is time to. */
    void timePasses() {
        if (state.late.dueAt() <= turn.nowMillis()) {
            ask();
        }
    }

    private void ask() {
        state.late.asked(turn.nowMillis());
        turn.tell(new HistoryWanted(sinceMillis()));
    }

    private OptionalLong restart() {
        return state.tracker.restartBefore(state.late.oldestMillis());
    }

    private long beginMillis() {
        return restart().orElse(state.late.oldestMillis() - REACH_MILLIS);
    }

    /** No reading is taken that is further ahead of its arrival. */
    private long sinceMillis() {
        return beginMillis() - DeviceClock.AHEAD_MILLIS;
    }

    void mend(HistoryRead history) {
        if (state.late.isEmpty()) {
            return;
        }
        if (history.sinceMillis() > sinceMillis()) {
            ask();
            return;
        }
        HistoryFold fold =
                HistoryFold.of(task(history), mount -> turn.rules(mount).detection());
        EpisodeTracker known = state.tracker;
        fold.tracker().goOnFrom(known, beginMillis());
        fold.fallSilentAs(known, turn.device(), turn.currentRules().detection());
        publish(fold, history);
        remind(known, fold.tracker());
        state.tracker = fold.tracker();
        state.late.settle();
    }

    private HistoryFold.Task task(HistoryRead history) {
        return new HistoryFold.Task(
                turn.device(),
                beginMillis(),
                restart().isPresent(),
                history.uploads(),
                state.seen,
                turn.currentRules().lateWithin());
    }

    private void publish(HistoryFold fold, HistoryRead history) {
        Corrections corrections = Corrections.between(fold.episodes(), published(history), fold.completeSinceMillis());
        for (Episode episode : corrections.changed()) {
            PostureEpisode open = fold.tracker().episode(episode.issue());
            if (open.isOpenSince(episode.start().toEpochMilli())) {
                open.publishedAs(episode.revision());
            }
            turn.tell(new EpisodeChanged(episode));
        }
        corrections.gone().forEach(id -> turn.tell(new EpisodeRetracted(id)));
    }

    /** The newest revision of what was read back. */
    private static Map<String, Episode> published(HistoryRead history) {
        Map<String, Episode> published = new HashMap<>();
        history.published()
                .forEach(episode -> published.merge(
                        episode.id(), episode, (one, other) -> other.revision() >= one.revision() ? other : one));
        return published;
    }

    /** What was late brings no reminder nearer. */
    private void remind(EpisodeTracker known, EpisodeTracker mended) {
        for (PostureIssue issue : PostureIssue.values()) {
            long longAfter = turn.currentRules().detection().of(issue).longAfter();
            state.ledger.mend(issue, known.episode(issue), mended.episode(issue), longAfter);
        }
    }
}
