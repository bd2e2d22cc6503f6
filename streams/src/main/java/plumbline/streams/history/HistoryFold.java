package plumbline.streams.history;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import plumbline.contract.device.Activity;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.streams.detection.DetectionRules;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.detection.PostureListener;
import plumbline.streams.detection.SilenceWatch;
import plumbline.streams.detection.Stretch;
import plumbline.streams.order.Arrival;
import plumbline.streams.order.DeviceClock;
import plumbline.streams.order.SeenReadings;
import plumbline.streams.summary.DayLedger;
import plumbline.streams.summary.DayRules;
import plumbline.streams.summary.KnownDays;
import plumbline.streams.summary.MendedDays;

/** The history of one device from some time on, folded anew from its uploads in clean order. */
public final class HistoryFold implements PostureListener {
    private final EpisodeTracker tracker;
    private final MendedDays days;
    private final Map<String, Episode> episodes = new LinkedHashMap<>();
    private final CleanSlate slate = new CleanSlate();
    private final long beginMillis;
    private long restMillis;

    private HistoryFold(Task task) {
        beginMillis = task.beginMillis();
        tracker = EpisodeTracker.beginningAt(beginMillis);
        days = new MendedDays(task.device(), tracker, task.days(), task.known());
        if (task.isRestart()) {
            slate.restarts(beginMillis);
        }
    }

    /**
     * What is folded anew.
     *
     * @param beginMillis event time; nothing from before is taken
     * @param isRestart whether the record began anew at that time
     * @param uploads in order of arrival
     * @param seen what the device's state knows of
     * @param clock of the device, as it is known now
     * @param days how days are summed up now
     * @param known the days as they were summed up before
     */
    public record Task(
            DeviceId device,
            long beginMillis,
            boolean isRestart,
            List<SentUpload> uploads,
            SeenReadings seen,
            DeviceClock clock,
            long lateWithinMillis,
            DayRules days,
            KnownDays known) {}

    public static HistoryFold of(Task task, Function<Mount, DetectionRules> rules) {
        HistoryFold fold = new HistoryFold(task);
        for (Arrival arrival : CleanOrder.of(task.uploads(), task.seen(), task.clock(), task.lateWithinMillis())) {
            fold.take(arrival, task.device(), rules);
        }
        fold.tracker.firstRestart().ifPresent(fold.slate::restarts);
        return fold;
    }

    private void take(Arrival arrival, DeviceId device, Function<Mount, DetectionRules> rules) {
        restMillis = Math.max(restMillis, rules.apply(arrival.upload().mount()).rest());
        tracker.advance(device, arrival.upload(), arrival.fresh(), arrival.correctionMillis(), rules, this);
    }

    /** Tells the ends of those episodes of which {@code known} has told it since nothing came any more. */
    public void fallSilentAs(EpisodeTracker known, DeviceId device, DetectionRules rules) {
        SilenceWatch silence = new SilenceWatch(device, tracker, rules);
        new SilenceWatch(device, known, rules).foretold().keySet().forEach(issue -> silence.foretell(issue, this));
    }

    @Override
    public void changed(Episode episode) {
        episodes.put(episode.id(), episode);
    }

    @Override
    public void read(long timeMillis, Activity activity, long holdMillis) {
        days.fold().read(timeMillis, activity, holdMillis);
    }

    @Override
    public void stood(Stretch stretch) {
        slate.stood(stretch, restMillis);
        days.fold().stood(stretch);
    }

    /** The tracker as it stands after the newest upload. */
    public EpisodeTracker tracker() {
        return tracker;
    }

    /** Whether how things stand at its end is what it would be with all that came before. */
    public boolean isComplete() {
        return slate.sinceAll() != CleanSlate.NEVER;
    }

    /**
     * What has to be published so that the published episodes become the right ones.
     *
     * @param published the last revision of each
     */
    public Corrections corrections(Collection<Episode> published) {
        return Corrections.between(episodes, published, slate::since);
    }

    /**
     * Puts the days right.
     *
     * @param now the wearer's days, which go on
     * @return those that are over and have to be published again
     */
    public List<DaySummary> mend(DayLedger now) {
        return days.mend(now, tracker.beganUnderWay() ? slate.sinceAll() : beginMillis);
    }
}
