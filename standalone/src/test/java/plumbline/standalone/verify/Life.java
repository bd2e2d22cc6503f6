package plumbline.standalone.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.Upload;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DaySummary.Measured;
import plumbline.contract.event.DaySummary.OfIssue;
import plumbline.contract.event.DaySummary.Told;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.PostureIssue;
import plumbline.simulator.wearer.Cause;
import plumbline.simulator.wearer.Ending;
import plumbline.simulator.wearer.Spell;
import plumbline.simulator.wearer.Stretch;

/** What a wearer truly did, what was sent of it, and what is said to have been found; in seconds since the beginning. */
final class Life {
    static final Instant BEGIN = Instant.parse("2026-03-04T10:00:00Z");
    private static final long START = BEGIN.toEpochMilli();

    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Spell> spells = new ArrayList<>();
    private final SentReadings sent = new SentReadings(START);
    private final List<FoundEpisode> found = new ArrayList<>();
    private final List<DaySummary> days = new ArrayList<>();
    private long millis = START;

    Life bends(double seconds) {
        return does(Activity.STANDING, Set.of(PostureIssue.FORWARD_NECK), seconds);
    }

    Life upright(double seconds) {
        return does(Activity.STANDING, Set.of(), seconds);
    }

    Life sits(double seconds) {
        return does(Activity.SITTING, Set.of(PostureIssue.PROLONGED_SITTING), seconds);
    }

    Life walks(double seconds) {
        return does(Activity.WALKING, Set.of(), seconds);
    }

    Life liesDown(double seconds) {
        return does(Activity.LYING, Set.of(), seconds);
    }

    Life takesOff(double seconds) {
        return does(Activity.OFF_BODY, Set.of(), seconds);
    }

    private Life does(Activity activity, Set<PostureIssue> held, double seconds) {
        long to = millis + Math.round(seconds * 1_000);
        stretches.add(new Stretch(millis, to, activity, held));
        millis = to;
        return this;
    }

    Life spell(double from, double to, int fidgets) {
        spells.add(new Spell(
                PostureIssue.FORWARD_NECK,
                at(from),
                at(to),
                Duration.ofSeconds(fidgets),
                Cause.SCREEN,
                Ending.OWN_ACCORD));
        return this;
    }

    /** Readings of these seconds reach the network. */
    Life sent(int from, int to) {
        sent.add(readings(from, to, 30));
        return this;
    }

    /** Readings without an angle do. */
    Life sentWithoutAngle(int from, int to) {
        sent.add(readings(from, to, Double.NaN));
        return this;
    }

    Life found(double from, double to, double bad, double carried, boolean isLong) {
        return found(EpisodeState.CLOSED, from, to, bad, carried, isLong);
    }

    Life foundOpen(double from, double to, double bad, double carried, boolean isLong) {
        return found(isLong ? EpisodeState.LONG : EpisodeState.ACTIVE, from, to, bad, carried, isLong);
    }

    private Life found(EpisodeState state, double from, double to, double bad, double carried, boolean isLong) {
        found.add(new FoundEpisode(new Episode(
                "d/forward_neck/" + from,
                new DeviceId("d"),
                PostureIssue.FORWARD_NECK,
                state,
                at(from),
                at(to),
                bad,
                carried,
                null,
                null,
                null,
                0,
                0,
                1,
                isLong ? 1 : 0,
                state == EpisodeState.CLOSED ? CloseReason.GOOD_POSTURE : null,
                1)));
        return this;
    }

    /** The last revision of a day, which is over. */
    Life summed(LocalDate date, double worn, double walking, double bent) {
        return summed(date, true, worn, walking, bent);
    }

    Life summedSoFar(LocalDate date, double worn, double walking, double bent) {
        return summed(date, false, worn, walking, bent);
    }

    private Life summed(LocalDate date, boolean complete, double worn, double walking, double bent) {
        days.add(new DaySummary(
                new DeviceId("d"),
                date,
                "UTC",
                BEGIN,
                BEGIN,
                complete,
                new Measured(
                        BEGIN, BEGIN, worn, walking, 1, Map.of(PostureIssue.FORWARD_NECK, new OfIssue(bent, 0, 0, 0))),
                new Told(Map.of(), Map.of(), Map.of()),
                1));
        return this;
    }

    static Instant at(double seconds) {
        return BEGIN.plusMillis(Math.round(seconds * 1_000));
    }

    WearerLog log() {
        return new WearerLog(stretches, spells, sent, found, days, 0);
    }

    /** The neck's episodes, each as {@code "0..420 bad 410 carried 0"}. */
    List<String> episodes() {
        return episodes(PostureIssue.FORWARD_NECK);
    }

    List<String> episodes(PostureIssue issue) {
        EpisodeLimits limits = EpisodeLimits.of(issue);
        List<Seen> seen = SeenTruth.of(issue, log());
        return TrueEpisodes.of(seen, limits).stream().map(Life::words).toList();
    }

    private static String words(TrueEpisode episode) {
        return seconds(episode.startMillis() - START) + ".." + seconds(episode.endMillis() - START) + " bad "
                + seconds(episode.badMillis()) + " carried " + seconds(episode.carriedMillis());
    }

    static String seconds(long millis) {
        return millis % 1_000 == 0 ? String.valueOf(millis / 1_000) : String.valueOf(millis / 1_000.0);
    }

    static Upload readings(int from, int to, double neck) {
        double[] angles = new double[to - from];
        Arrays.fill(angles, neck);
        return new Upload(
                1,
                from,
                SamplingTimes.every(START + from * 1_000L, 1_000),
                AngleColumn.ofDegrees(angles),
                AngleColumn.EMPTY,
                List.of(Activity.STANDING),
                0,
                Mount.C7,
                new Calibration("c1", 0, 0),
                List.of(),
                -1,
                "",
                false,
                -1);
    }
}
