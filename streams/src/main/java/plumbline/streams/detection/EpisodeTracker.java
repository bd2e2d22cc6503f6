package plumbline.streams.detection;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.device.Upload;
import plumbline.contract.event.CloseReason;
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
    private CalibrationDoubt doubt = new CalibrationDoubt();
    private long newestReadingMillis;
    private Activity activity = Activity.UNKNOWN;
    private String calibration = "";
    private Mount mount = Mount.UNKNOWN;
    private Restarts restarts = new Restarts();

    /**
     * What became of the readings and spans of one upload.
     *
     * @param outOfStep readings in order that are older than the one before: the device's clock was set back
     */
    public record Taken(int readings, int spans, int outOfStep, DroppedAngles dropped) {
        public boolean isAnything() {
            return readings + spans > 0;
        }
    }

    /** One that knows nothing, and takes nothing from before {@code beginMillis}. */
    public static EpisodeTracker beginningAt(long beginMillis) {
        EpisodeTracker tracker = new EpisodeTracker();
        tracker.newestReadingMillis = beginMillis;
        tracker.sitting = SittingEpisode.beginningAt(beginMillis);
        tracker.restarts = Restarts.beginningAt(beginMillis);
        return tracker;
    }

    /**
     * Takes the readings of the next upload that are new and no older than the newest one taken before.
     *
     * @param fresh which readings are new, by index
     * @param correctionMillis to be added to the device's times
     * @param rules by mount
     * @param changes hears of every episode that became active, long, changed level or closed, and of each reading
     */
    public Taken advance(
            DeviceId device,
            Upload upload,
            BitSet fresh,
            long correctionMillis,
            Function<Mount, DetectionRules> rules,
            PostureListener changes) {
        DetectionRules now = rules.apply(upload.mount());
        DetectionRules before = upload.mount() == mount ? now : rules.apply(mount);
        Fold fold = new Fold(device, upload, correctionMillis, now, before, changes);
        if (fresh.isEmpty()) {
            return new Taken(0, 0, 0, fold.dropped());
        }
        int taken = 0;
        int outOfStep = 0;
        for (int i = fresh.nextSetBit(0); i >= 0 && i < upload.size(); i = fresh.nextSetBit(i + 1)) {
            if (fold.timeMillis(i) < newestReadingMillis) {
                outOfStep++;
            } else {
                takeSpansUntil(fold.timeMillis(i), fold);
                take(i, fold);
                taken++;
            }
        }
        takeSpansUntil(Long.MAX_VALUE, fold);
        return new Taken(taken, upload.sitting().size(), outOfStep, fold.dropped());
    }

    private void compareCalibration(Upload upload, Fold fold) {
        String now = upload.calibration().id();
        if (!now.equals(calibration) || upload.mount() != mount) {
            leaveAngles(newestReadingMillis, CloseReason.CALIBRATION, fold);
            doubt = new CalibrationDoubt();
            calibration = now;
            mount = upload.mount();
        }
    }

    private void take(int i, Fold fold) {
        Upload upload = fold.upload();
        long time = fold.timeMillis(i);
        long hold = Observation.hold(upload.times().intervalMillis());
        fold.changes().read(time, upload.activity(i), hold);
        passTime(time, fold);
        compareCalibration(upload, fold);
        if (time - newestReadingMillis > Math.max(fold.rules().neck().suspended(), hold)) {
            neck.forget();
            shoulders.forget();
        }
        long sinceMillis = time - newestReadingMillis;
        newestReadingMillis = time;
        activity = upload.activity(i);
        switch (activity) {
            case OFF_BODY -> leaveAll(time, CloseReason.OFF_BODY, fold);
            case LYING -> leaveAll(time, CloseReason.LYING, fold);
            default -> takeWorn(i, time, sinceMillis <= hold ? sinceMillis : 0, hold, fold);
        }
    }

    /** Before anything is asked of the reading: an angle that nothing was heard of for too long has ended in the hole. */
    private void passTime(long time, Fold fold) {
        DetectionRules rules = fold.rulesOf(mount);
        neck.episode().passTime(time, rules.neck(), fold.listener(PostureIssue.FORWARD_NECK));
        shoulders.episode().passTime(time, rules.shoulders(), fold.listener(PostureIssue.ROUNDED_SHOULDERS));
    }

    private void takeWorn(int i, long time, long measuredMillis, long hold, Fold fold) {
        Upload upload = fold.upload();
        Calibration upright = upload.calibration();
        restarts.measured(time, time + hold, fold.rules().rest());
        TimedAngle neckAngle =
                TimedAngle.of(time, upload.neck().decidegrees(i), upright.neckDecidegrees(), upright.isPresent(), hold);
        doubt.advance(
                neckAngle.decidegrees(), activity, measuredMillis, fold.rules().doubt());
        neck.advance(
                neckAngle,
                activity,
                fold.rules().neckAngle(),
                fold.rules().neck(),
                fold.listener(PostureIssue.FORWARD_NECK),
                fold.dropped());
        shoulders.advance(
                TimedAngle.of(
                        time,
                        upload.shoulder().decidegrees(i),
                        upright.shoulderDecidegrees(),
                        upright.isPresent(),
                        hold),
                activity,
                fold.rules().shoulderAngle(),
                fold.rules().shoulders(),
                fold.listener(PostureIssue.ROUNDED_SHOULDERS),
                fold.dropped());
        sitting.advance(time, activity, hold, fold.rules().sitting(), fold.listener(PostureIssue.PROLONGED_SITTING));
        raiseTogether(fold);
    }

    private void raiseTogether(Fold fold) {
        if (areAnglesLong()) {
            neck.episode().raiseTogether(fold.rules().neck(), fold.listener(PostureIssue.FORWARD_NECK));
            shoulders.episode().raiseTogether(fold.rules().shoulders(), fold.listener(PostureIssue.ROUNDED_SHOULDERS));
        }
    }

    private void takeSpansUntil(long timeMillis, Fold fold) {
        fold.spans().takeUntil(timeMillis, (from, until) -> {
            if (until > sitting.toldUntilMillis()) {
                restarts.measured(from, until, fold.rules().rest());
                sitting.advance(from, until, fold.rules().sitting(), fold.listener(PostureIssue.PROLONGED_SITTING));
            }
        });
    }

    private void leaveAll(long time, CloseReason reason, Fold fold) {
        leaveAngles(time, reason, fold);
        sitting.leave(time, reason, fold.rules().sitting(), fold.listener(PostureIssue.PROLONGED_SITTING));
        fold.spans().endAt(time);
        fold.changes().left(time, reason);
    }

    private void leaveAngles(long time, CloseReason reason, Fold fold) {
        DetectionRules rules = fold.rulesOf(mount);
        neck.leave(time, reason, rules.neck(), fold.listener(PostureIssue.FORWARD_NECK));
        shoulders.leave(time, reason, rules.shoulders(), fold.listener(PostureIssue.ROUNDED_SHOULDERS));
    }

    /** Event time of the newest reading or span; 0 before the first. */
    public long newestMillis() {
        return Math.max(newestReadingMillis, sitting.toldUntilMillis());
    }

    /** When the record began anew, no later than {@code atMillis}: history folded from there on is complete. */
    public OptionalLong restartBefore(long atMillis) {
        return restarts.before(atMillis);
    }

    /** When the record began anew for the first time. */
    public OptionalLong firstRestart() {
        return restarts.first();
    }

    /** Whether something was measured before the record began anew, of which nobody knows what it goes on with. */
    public boolean beganUnderWay() {
        return restarts.beganUnderWay();
    }

    /** Takes the place of {@code known}, after its history was folded anew from {@code beginMillis} on. */
    public void goOnFrom(EpisodeTracker known, long beginMillis) {
        restarts.goOnFrom(known.restarts, beginMillis);
        doubt = known.doubt;
    }

    /** Whether neck and shoulders are long together. */
    public boolean areAnglesLong() {
        return neck.episode().isLong() && shoulders.episode().isLong();
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

    /** Whether the neck's sensor seems to have moved since it was calibrated. */
    public boolean isCalibrationSuspect() {
        return doubt.isSuspect();
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
        out.time(newestReadingMillis).word(activity);
        out.text(calibration).word(mount);
        restarts.write(out);
        doubt.write(out);
    }

    public static EpisodeTracker read(StateReader in) {
        EpisodeTracker tracker = new EpisodeTracker();
        tracker.neck = AngleEpisode.read(in);
        tracker.shoulders = AngleEpisode.read(in);
        tracker.sitting = SittingEpisode.read(in);
        tracker.newestReadingMillis = in.time();
        tracker.activity = in.word(ACTIVITIES);
        tracker.calibration = in.text();
        tracker.mount = in.word(MOUNTS);
        tracker.restarts = in.isSince(3) ? Restarts.read(in) : Restarts.beginningAt(tracker.newestMillis());
        tracker.doubt = CalibrationDoubt.read(in);
        return tracker;
    }
}
