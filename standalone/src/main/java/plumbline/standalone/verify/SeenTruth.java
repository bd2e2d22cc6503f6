package plumbline.standalone.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.Activity;
import plumbline.contract.event.PostureIssue;
import plumbline.simulator.wearer.Stretch;

/** The truth about one issue or activity, cut down to what the readings that were sent could show. */
final class SeenTruth {
    private final PostureIssue issue;
    private final SentReadings sent;
    private final List<Seen> seen = new ArrayList<>();

    private SeenTruth(PostureIssue issue, WearerLog log) {
        this.issue = issue;
        this.sent = log.sent();
    }

    static List<Seen> of(PostureIssue issue, WearerLog log) {
        return new SeenTruth(issue, log).of(log, stretch -> Posing.of(stretch, issue));
    }

    /** The same of an activity, which is held or not: as of sitting, each reading tells of it. */
    static List<Seen> ofActivity(Predicate<Activity> activity, WearerLog log) {
        return new SeenTruth(PostureIssue.PROLONGED_SITTING, log)
                .of(log, stretch -> activity.test(stretch.activity()) ? Posing.HELD : Posing.GOOD);
    }

    /** Where a stretch ends and nothing changes that matters here, it goes on. */
    private List<Seen> of(WearerLog log, Function<Stretch, Posing> posings) {
        Posed posed = null;
        for (Stretch stretch : log.stretches()) {
            Posing posing = posings.apply(stretch);
            if (posed != null && posed.posing() == posing) {
                posed = new Posed(posing, posed.fromMillis(), stretch.toMillis());
            } else {
                see(posed);
                posed = new Posed(posing, stretch.fromMillis(), stretch.toMillis());
            }
        }
        see(posed);
        return seen;
    }

    private record Posed(Posing posing, long fromMillis, long toMillis) {}

    private void see(@Nullable Posed posed) {
        if (posed != null) {
            long from = sent.from(issue, posed.fromMillis());
            while (from != SentReadings.NONE && from < posed.toMillis()) {
                from = part(posed, from);
            }
        }
    }

    /** Notes the part that begins with a reading, and gives the reading after it. */
    private long part(Posed posed, long from) {
        long end = posed.toMillis();
        long last = from;
        long next = from;
        while (next != SentReadings.NONE && next < end && next - last <= EpisodeLimits.HOLD_MILLIS) {
            last = Math.min(sent.unbroken(issue, next), sent.before(issue, end));
            next = sent.from(issue, last + 1);
        }
        boolean isHole = next == SentReadings.NONE || next - last > EpisodeLimits.HOLD_MILLIS;
        long to = isHole ? last + EpisodeLimits.HOLD_MILLIS : next;
        long before = sent.before(issue, from);
        boolean isFollowing = before != SentReadings.NONE && from - before <= EpisodeLimits.HOLD_MILLIS;
        seen.add(new Seen(
                posed.posing(),
                isFollowing && before < posed.fromMillis() ? posed.fromMillis() : from,
                Math.min(end, to),
                isFollowing ? before : from,
                from,
                last,
                to));
        return next;
    }
}
