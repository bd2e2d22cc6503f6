package plumbline.streams.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plumbline.contract.device.Activity;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.device.Mount;
import plumbline.contract.device.Upload;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.detection.DetectionRules;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.detection.PostureListener;
import plumbline.streams.detection.SilenceWatch;
import plumbline.streams.detection.Stretch;
import plumbline.streams.order.UploadPace;
import plumbline.streams.settings.RuleSettings;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** One wearer's readings, summed up by the day; everything that was published, and each date as it was published last. */
final class Summed {
    static final DeviceId DEVICE = new DeviceId("pl-1");
    private static final int VERSION = 3;

    final List<DaySummary> published = new ArrayList<>();
    final List<Episode> episodes = new ArrayList<>();
    final Map<PostureIssue, Long> credited = new EnumMap<>(PostureIssue.class);
    EpisodeTracker tracker = new EpisodeTracker();
    private DayLedger ledger = new DayLedger();
    private final UploadPace pace = new UploadPace();
    private final boolean forgetful;
    private ZoneId zone;
    private long arrivalMillis;

    private Summed(String zone, boolean forgetful) {
        this.zone = ZoneId.of(zone);
        this.forgetful = forgetful;
    }

    static Summed in(String zone) {
        return new Summed(zone, false);
    }

    /** One whose state goes through its bytes between any two inputs. */
    static Summed storedEachTime(String zone) {
        return new Summed(zone, true);
    }

    DayRules rules() {
        return DayRules.of(RuleSettings.DEFAULTS.with(Map.of("zone", zone.getId())));
    }

    DayFold fold() {
        if (forgetful) {
            tracker = EpisodeTracker.read(stored(tracker::write));
            ledger = DayLedger.read(stored(ledger::write));
        }
        DayFold fold = new DayFold(DEVICE, ledger, tracker, rules(), published::add);
        return fold;
    }

    private PostureListener listener(DayFold fold) {
        return new PostureListener() {
            @Override
            public void changed(Episode episode) {
                episodes.add(episode);
            }

            @Override
            public void read(long timeMillis, Activity activity, long holdMillis) {
                fold.read(timeMillis, activity, holdMillis);
            }

            @Override
            public void stood(Stretch stretch) {
                credited.merge(stretch.issue(), stretch.isBad() ? stretch.millis() : 0, Long::sum);
                fold.stood(stretch);
            }
        };
    }

    private static StateReader stored(Consumer<StateWriter> write) {
        StateWriter out = new StateWriter();
        write.accept(out);
        return new StateReader(out.toBytes());
    }

    void take(Upload upload) {
        DayFold fold = fold();
        BitSet fresh = new BitSet();
        fresh.set(0, upload.identities());
        tracker.advance(DEVICE, upload, fresh, 0, mount -> detection(), listener(fold));
        pace.heard(upload, tracker.newestMillis());
        fold.passTo(tracker.newestMillis());
    }

    private static DetectionRules detection() {
        return DetectionRules.of(RuleSettings.DEFAULTS, Mount.C7);
    }

    void fallsSilent(long silentMillis) {
        new SilenceWatch(DEVICE, tracker, detection()).fall(silentMillis, listener(fold()));
    }

    void timePasses(Instant to) {
        fold().timePasses(to.toEpochMilli());
    }

    Instant wakesAt() {
        return Instant.ofEpochMilli(ledger.wakesAt(pace, rules()));
    }

    boolean sleeps() {
        return ledger.wakesAt(pace, rules()) == OpenDay.NEVER;
    }

    void finishes(FinishedKind kind, Instant at, int minutes) {
        finishes(kind, at, minutes, at);
    }

    /** A report of {@code at} that comes at {@code arrival}, or after those before it. */
    void finishes(FinishedKind kind, Instant at, int minutes, Instant arrival) {
        arrivalMillis = Math.max(arrivalMillis, arrival.toEpochMilli() + 500);
        fold().finished(new Answer.Finished(at, kind, null, minutes), arrivalMillis);
    }

    /** The wearer's profile says so from now on. */
    void goesTo(String there) {
        DayFold fold = fold();
        zone = ZoneId.of(there);
        fold.zoneChanges(rules());
    }

    /** The services' own zone is another from now on, and none of the profile's. */
    void isMovedTo(String there) {
        zone = ZoneId.of(there);
    }

    byte[] state() {
        StateWriter out = new StateWriter();
        ledger.write(out);
        return out.toBytes();
    }

    /** The newest revision of a date. */
    DaySummary day(String date) {
        return published.stream()
                .filter(summary -> summary.date().equals(LocalDate.parse(date)))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError(date + " was not published"));
    }

    List<String> dates() {
        return published.stream()
                .map(summary -> summary.date().toString())
                .distinct()
                .toList();
    }

    /** The newest revision of each date, the open one as it stands. */
    List<DaySummary> all() {
        OpenDay open = ledger.open;
        List<DaySummary> all = new ArrayList<>(dates().stream()
                .map(this::day)
                .filter(day -> open == null || !day.date().equals(open.date))
                .toList());
        if (open != null) {
            all.add(new DaySummary(
                    DEVICE,
                    open.date,
                    zone.getId(),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    false,
                    open.measured.toEvent(),
                    open.told().toEvent(),
                    0));
        }
        return all;
    }

    static DaySummary.OfIssue of(PostureIssue issue, DaySummary day) {
        return day.measured().issues().getOrDefault(issue, new DaySummary.OfIssue(0, 0, 0, 0));
    }

    static double bad(DaySummary day) {
        return of(PostureIssue.FORWARD_NECK, day).badSeconds();
    }

    /** All bad time of one issue, over all days. */
    double bad(PostureIssue issue) {
        return Math.round(1_000
                        * all().stream()
                                .mapToDouble(day -> of(issue, day).badSeconds())
                                .sum())
                / 1_000.0;
    }
}
