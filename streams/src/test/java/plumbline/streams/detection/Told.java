package plumbline.streams.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.Sitter;
import plumbline.streams.settings.RuleSettings;

/** Everything that the tracker told of one wearer's episodes, and how long they sat. */
final class Told implements PostureListener {
    static final DeviceId DEVICE = new DeviceId("pl-1");

    final EpisodeTracker tracker = new EpisodeTracker();
    final List<Episode> events = new ArrayList<>();
    private final RuleSettings settings;
    long correctionMillis;
    long satMillis;
    int outOfStep;
    int outOfRange;
    int jumps;

    Told(RuleSettings settings) {
        this.settings = settings;
    }

    Told(Map<String, String> settings) {
        this(RuleSettings.DEFAULTS.with(settings));
    }

    Told() {
        this(RuleSettings.DEFAULTS);
    }

    void take(Upload upload) {
        BitSet fresh = new BitSet();
        fresh.set(0, upload.identities());
        EpisodeTracker.Taken taken = tracker.advance(
                DEVICE, upload, fresh, correctionMillis, mount -> DetectionRules.of(settings, mount), this);
        outOfStep += taken.outOfStep();
        outOfRange += taken.dropped().outOfRangeCount();
        jumps += taken.dropped().jumpCount();
    }

    @Override
    public void changed(Episode episode) {
        events.add(episode);
    }

    @Override
    public void stood(Stretch stretch) {
        if (stretch.issue() == PostureIssue.PROLONGED_SITTING && stretch.isBad()) {
            satMillis += stretch.millis();
        }
    }

    List<Episode> of(PostureIssue issue) {
        return events.stream().filter(event -> event.issue() == issue).toList();
    }

    Episode last(PostureIssue issue) {
        List<Episode> all = of(issue);
        return all.get(all.size() - 1);
    }

    /** Each event in a line: {@code "long 0..420 level 1"}, {@code "closed 0..75 good_posture"}; seconds since the beginning. */
    List<String> lines(PostureIssue issue) {
        return of(issue).stream().map(Told::line).toList();
    }

    List<String> neck() {
        return lines(PostureIssue.FORWARD_NECK);
    }

    List<String> shoulders() {
        return lines(PostureIssue.ROUNDED_SHOULDERS);
    }

    List<String> sitting() {
        return lines(PostureIssue.PROLONGED_SITTING);
    }

    private static String line(Episode event) {
        String level = event.level() == 0 ? "" : " level " + event.level();
        String reason = event.closeReason() == null ? "" : " " + event.closeReason();
        return (event.state() + " " + seconds(event.start()) + ".." + seconds(event.end()) + level + reason)
                .toLowerCase(Locale.ROOT);
    }

    private static String seconds(Instant at) {
        Duration since = Duration.between(Sitter.BEGIN, at);
        return since.toMillis() % 1_000 == 0 ? String.valueOf(since.toSeconds()) : since.toMillis() / 1_000.0 + "";
    }
}
