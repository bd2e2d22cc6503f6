package plumbline.streams.detection;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.device.Upload;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** Folds the readings of one device into the episodes of its three issues. */
public final class EpisodeTracker {
    private static final List<Activity> ACTIVITIES = List.of(Activity.values());
    private static final List<Mount> MOUNTS = List.of(Mount.values());

    private AngleEpisode neck = new AngleEpisode();
    private AngleEpisode shoulders = new AngleEpisode();
    private SittingEpisode sitting = new SittingEpisode();
    private long newestReadingMillis;
    private Activity activity = Activity.UNKNOWN;
    private String calibration = "";
    private Mount mount = Mount.UNKNOWN;

    /** What became of the readings and spans of one upload. */
    public record Taken(int readings, int spans, int late, DroppedAngles dropped) {
        public boolean isAnything() {
            return readings + spans > 0;
        }
    }

    /**
     * Takes the readings of an upload that are new and no older than the newest one taken before.
     *
     * @param fresh which readings are new, by index
     * @param correctionMillis to be added to the device's times
     * @param changes hears of every episode that became active, long, changed level or closed
     */
    public Taken advance(
            DeviceId device,
            Upload upload,
            BitSet fresh,
            long correctionMillis,
            DetectionRules rules,
            Consumer<Episode> changes) {
        Fold fold = new Fold(device, upload, correctionMillis, rules, changes);
        if (fresh.isEmpty()) {
            return new Taken(0, 0, 0, fold.dropped);
        }
        int taken = 0;
        int late = 0;
        for (int i = fresh.nextSetBit(0); i >= 0 && i < upload.size(); i = fresh.nextSetBit(i + 1)) {
            if (upload.times().timeMillis(i) + correctionMillis < newestReadingMillis) {
                late++;
            } else {
                take(i, fold);
                taken++;
            }
        }
        upload.sitting().forEach(span -> take(span, fold));
        return new Taken(taken, upload.sitting().size(), late, fold.dropped);
    }

    /**
     * Closes the episodes for which nothing has come for longer than they allow.
     *
     * @param silentMillis for how long no upload has come
     */
    public void fallSilent(DeviceId device, long silentMillis, DetectionRules rules, Consumer<Episode> changes) {
        for (PostureIssue issue : PostureIssue.values()) {
            OptionalLong limit = episode(issue).silenceLimit(rules.of(issue));
            if (limit.isPresent() && silentMillis > limit.getAsLong()) {
                episode(issue).fallSilent(rules.of(issue), listener(device, issue, changes));
            }
        }
    }

    /** After how long a silence an open episode is to be closed; nothing while none is open. */
    public OptionalLong silenceLimit(DetectionRules rules) {
        return Arrays.stream(PostureIssue.values())
                .map(issue -> episode(issue).silenceLimit(rules.of(issue)))
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    private static EpisodeListener listener(DeviceId device, PostureIssue issue, Consumer<Episode> changes) {
        return (episode, reason) -> changes.accept(episode.toEvent(device, issue, reason));
    }

    private void compareCalibration(Upload upload, Fold fold) {
        String now = upload.calibration().id();
        if (!now.equals(calibration) || upload.mount() != mount) {
            leaveAngles(newestReadingMillis, CloseReason.CALIBRATION, fold);
            calibration = now;
            mount = upload.mount();
        }
    }

    private void take(int i, Fold fold) {
        Upload upload = fold.upload;
        compareCalibration(upload, fold);
        long time = upload.times().timeMillis(i) + fold.correctionMillis;
        long hold = Observation.hold(upload.times().intervalMillis());
        if (time - newestReadingMillis > Math.max(fold.rules.neck().suspended(), hold)) {
            neck.forget();
            shoulders.forget();
        }
        newestReadingMillis = time;
        activity = upload.activity(i);
        switch (activity) {
            case OFF_BODY -> leaveAll(time, CloseReason.OFF_BODY, fold);
            case LYING -> leaveAll(time, CloseReason.LYING, fold);
            default -> takeWorn(i, time, hold, fold);
        }
    }

    private void takeWorn(int i, long time, long hold, Fold fold) {
        Upload upload = fold.upload;
        Calibration upright = upload.calibration();
        neck.advance(
                TimedAngle.of(time, upload.neck().decidegrees(i), upright.neckDecidegrees(), upright.isPresent(), hold),
                activity,
                fold.rules.neckAngle(),
                fold.rules.neck(),
                fold.listener(PostureIssue.FORWARD_NECK),
                fold.dropped);
        shoulders.advance(
                TimedAngle.of(
                        time,
                        upload.shoulder().decidegrees(i),
                        upright.shoulderDecidegrees(),
                        upright.isPresent(),
                        hold),
                activity,
                fold.rules.shoulderAngle(),
                fold.rules.shoulders(),
                fold.listener(PostureIssue.ROUNDED_SHOULDERS),
                fold.dropped);
        sitting.advance(time, activity, hold, fold.rules.sitting(), fold.listener(PostureIssue.PROLONGED_SITTING));
        raiseTogether(fold);
    }

    private void raiseTogether(Fold fold) {
        if (neck.episode().isLong() && shoulders.episode().isLong()) {
            neck.episode().raiseTogether(fold.rules.neck(), fold.listener(PostureIssue.FORWARD_NECK));
            shoulders.episode().raiseTogether(fold.rules.shoulders(), fold.listener(PostureIssue.ROUNDED_SHOULDERS));
        }
    }

    private void take(SittingSpan span, Fold fold) {
        sitting.advance(
                span, fold.correctionMillis, fold.rules.sitting(), fold.listener(PostureIssue.PROLONGED_SITTING));
    }

    private void leaveAll(long time, CloseReason reason, Fold fold) {
        leaveAngles(time, reason, fold);
        sitting.leave(time, reason, fold.rules.sitting(), fold.listener(PostureIssue.PROLONGED_SITTING));
    }

    private void leaveAngles(long time, CloseReason reason, Fold fold) {
        neck.leave(time, reason, fold.rules.neck(), fold.listener(PostureIssue.FORWARD_NECK));
        shoulders.leave(time, reason, fold.rules.shoulders(), fold.listener(PostureIssue.ROUNDED_SHOULDERS));
    }

    /** Event time of the newest reading or span; 0 before the first. */
    public long newestMillis() {
        return Math.max(newestReadingMillis, sitting.toldUntilMillis());
    }

    public Activity activity() {
        return activity;
    }

    public Mount mount() {
        return mount;
    }

    /** The newest neck angle in tenths of a degree, {@link AngleColumn#MISSING} where there is none. */
    public int neckDecidegrees() {
        return neck.newest();
    }

    /** The newest angle of the upper back, likewise. */
    public int shoulderDecidegrees() {
        return shoulders.newest();
    }

    /** All sitting credited so far. */
    public long sittingMillis() {
        return sitting.episode().badEverMillis();
    }

    public PostureEpisode episode(PostureIssue issue) {
        return switch (issue) {
            case FORWARD_NECK -> neck.episode();
            case ROUNDED_SHOULDERS -> shoulders.episode();
            case PROLONGED_SITTING -> sitting.episode();
        };
    }

    public void write(StateWriter out) {
        neck.write(out);
        shoulders.write(out);
        sitting.write(out);
        out.number(newestReadingMillis).word(activity);
        out.text(calibration).word(mount);
    }

    public static EpisodeTracker read(StateReader in) {
        EpisodeTracker tracker = new EpisodeTracker();
        tracker.neck = AngleEpisode.read(in);
        tracker.shoulders = AngleEpisode.read(in);
        tracker.sitting = SittingEpisode.read(in);
        tracker.newestReadingMillis = in.number();
        tracker.activity = in.word(ACTIVITIES);
        tracker.calibration = in.text();
        tracker.mount = in.word(MOUNTS);
        return tracker;
    }

    /** One upload on its way through the machines. */
    private record Fold(
            DeviceId device,
            Upload upload,
            long correctionMillis,
            DetectionRules rules,
            Consumer<Episode> changes,
            DroppedAngles dropped) {
        Fold(DeviceId device, Upload upload, long correctionMillis, DetectionRules rules, Consumer<Episode> changes) {
            this(device, upload, correctionMillis, rules, changes, new DroppedAngles());
        }

        EpisodeListener listener(PostureIssue issue) {
            return EpisodeTracker.listener(device, issue, changes);
        }
    }
}
