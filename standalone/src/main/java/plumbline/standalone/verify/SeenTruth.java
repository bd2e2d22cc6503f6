package plumbline.standalone.verify;

import java.util.ArrayList;
import java.util.List;
import plumbline.contract.event.PostureIssue;
import plumbline.simulator.wearer.Stretch;

/** The truth about one issue, cut down to what the readings that were sent could show. */
final class SeenTruth {
    private final PostureIssue issue;
    private final SentReadings sent;
    private final long holdMillis;
    private final List<Seen> seen = new ArrayList<>();

    private SeenTruth(PostureIssue issue, WearerLog log, long holdMillis) {
        this.issue = issue;
        this.sent = log.sent();
        this.holdMillis = holdMillis;
    }

    static List<Seen> of(PostureIssue issue, WearerLog log, long holdMillis) {
        SeenTruth truth = new SeenTruth(issue, log, holdMillis);
        log.stretches().forEach(truth::see);
        return truth.seen;
    }

    private void see(Stretch stretch) {
        Posing posing = Posing.of(stretch, issue);
        long from = sent.from(issue, stretch.fromMillis());
        while (from != SentReadings.NONE && from < stretch.toMillis()) {
            from = part(posing, stretch, from);
        }
    }

    /** Notes the part that begins with a reading, and gives the reading after it. */
    private long part(Posing posing, Stretch stretch, long from) {
        long end = stretch.toMillis();
        long last = from;
        long next = from;
        while (next != SentReadings.NONE && next < end && next - last <= holdMillis) {
            last = Math.min(sent.unbroken(issue, next), sent.before(issue, end));
            next = sent.from(issue, last + 1);
        }
        boolean isHole = next == SentReadings.NONE || next - last > holdMillis;
        long to = isHole ? last + holdMillis : next;
        long before = sent.before(issue, from);
        boolean isFollowing = before != SentReadings.NONE && from - before <= holdMillis;
        seen.add(new Seen(
                posing,
                isFollowing && before < stretch.fromMillis() ? stretch.fromMillis() : from,
                Math.min(end, to),
                isFollowing ? before : from,
                from,
                last,
                to));
        return next;
    }
}
