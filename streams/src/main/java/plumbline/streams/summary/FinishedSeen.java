package plumbline.streams.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import plumbline.contract.device.Answer.Finished;
import plumbline.contract.device.FinishedKind;
import plumbline.streams.order.DeviceClock;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * Which reports of something finished were counted, so that one that is sent again is not. A report is known by its time and
 * kind; the {@value #MOST} latest are kept, and one from before all of these counts as seen. One of a clock that ran ahead
 * gives way, else no other would count until that time.
 */
final class FinishedSeen {
    static final int MOST = 4;

    private static final List<FinishedKind> KINDS = List.of(FinishedKind.values());

    private final List<Report> latest = new ArrayList<>(MOST);

    private record Report(long atMillis, FinishedKind kind) {}

    /** Whether this report is met for the first time; from now on it was. */
    boolean add(Finished finished, long arrivalMillis) {
        Report report = new Report(finished.at().toEpochMilli(), finished.kind());
        boolean full = latest.size() == MOST;
        boolean older = full && report.atMillis() < latest.get(0).atMillis();
        boolean ranAhead = full && latest.get(MOST - 1).atMillis() > arrivalMillis + DeviceClock.AHEAD_MILLIS;
        if (latest.contains(report) || (older && !ranAhead)) {
            return false;
        }
        if (full) {
            latest.remove(ranAhead ? MOST - 1 : 0);
        }
        latest.add(report);
        latest.sort(Comparator.comparingLong(Report::atMillis));
        return true;
    }

    void write(StateWriter out) {
        out.number(latest.size());
        latest.forEach(report -> out.time(report.atMillis()).word(report.kind()));
    }

    static FinishedSeen read(StateReader in) {
        FinishedSeen seen = new FinishedSeen();
        for (int left = in.integer(); left > 0; left--) {
            seen.latest.add(new Report(in.time(), in.word(KINDS)));
        }
        return seen;
    }
}
