package plumbline.streams.summary;

import plumbline.contract.event.DaySummary;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** What one issue comes to in one day. Milliseconds, but for the longest bout. */
final class IssueDay {
    private long bad;
    private int longestSeconds;
    private int bouts;

    /** Bad time that the open episode had when the day began. */
    private long before;

    private WorstHour worst = new WorstHour();

    /** @param before bad time of the episode that is open already */
    IssueDay(long before) {
        this.before = before;
    }

    /** The next bad time is that of an episode that had so much of it before this day, counted there or not. */
    void episodeHadBefore(long millis) {
        before = millis;
    }

    /**
     * Adds bad time.
     *
     * @param fromMillis since the day began, as {@code toMillis}
     * @param episodeMillis bad time of the episode with this in it
     * @param activeMillis from which on it counts as a bout
     */
    void add(long fromMillis, long toMillis, long episodeMillis, long activeMillis) {
        long added = toMillis - fromMillis;
        if (added <= 0) {
            return;
        }
        bad += added;
        long here = episodeMillis - before;
        longestSeconds = Math.max(longestSeconds, (int) (here / 1_000));
        if (here >= activeMillis && here - added < activeMillis) {
            bouts++;
        }
        worst.add(fromMillis, toMillis);
    }

    boolean isAnything() {
        return bad > 0;
    }

    DaySummary.OfIssue toEvent() {
        return new DaySummary.OfIssue(bad / 1000.0, bouts, longestSeconds, worst.seconds());
    }

    void write(StateWriter out) {
        out.number(before).number(bad);
        if (bad > 0) {
            out.number(longestSeconds).number(bouts);
            worst.write(out);
        }
    }

    static IssueDay read(StateReader in) {
        IssueDay day = new IssueDay(in.number());
        day.bad = in.number();
        if (day.bad > 0) {
            day.longestSeconds = in.integer();
            day.bouts = in.integer();
            day.worst = WorstHour.read(in);
        }
        return day;
    }
}
