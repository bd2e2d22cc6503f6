package plumbline.streams.detection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** What has added up in one open episode; times in milliseconds. */
final class EpisodeFigures {
    final long start;
    final long carried;
    long end;
    long bad;
    long exposure;
    long severe;
    long measured;
    int interruptions;
    int revision;
    AngleTally angles = new AngleTally();

    EpisodeFigures(long start, long carried) {
        this.start = start;
        this.carried = carried;
        end = start;
        exposure = carried;
    }

    void addBad(Observation observation, long credit, EpisodeRules rules) {
        end = observation.timeMillis() + credit;
        bad += credit;
        measured += credit;
        exposure += rules.exposure(credit, observation.decidegrees());
        if (observation.decidegrees() >= rules.severe()) {
            severe += credit;
        }
        angles.add(observation.decidegrees(), credit);
    }

    /** A short interruption turned out to be inside the episode. */
    void tolerate(long millis) {
        interruptions++;
        measured += millis;
    }

    Episode toEvent(DeviceId device, PostureIssue issue, EpisodeState state, int level, @Nullable CloseReason reason) {
        return new Episode(
                Episode.id(device, issue, start),
                device,
                issue,
                state,
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(end),
                seconds(bad),
                seconds(carried),
                angles.meanDegrees(),
                angles.percentileDegrees(),
                angles.maxDegrees(),
                seconds(severe),
                interruptions,
                coverage(),
                level,
                reason,
                revision);
    }

    private static double seconds(long millis) {
        return millis / 1000.0;
    }

    /** Measured time over wall time, 0 to 1. */
    private double coverage() {
        long wall = end - start;
        return wall == 0 ? 1 : Math.round(1_000.0 * measured / wall) / 1_000.0;
    }

    void write(StateWriter out) {
        out.time(start).number(carried).number(bad).number(severe);
        out.number(exposure - carried - bad).number(measured - bad).number(end - start - measured);
        out.number(interruptions).number(revision);
        angles.write(out);
    }

    static EpisodeFigures read(StateReader in) {
        EpisodeFigures figures = new EpisodeFigures(in.time(), in.number());
        if (in.isSince(3)) {
            figures.bad = in.number();
            figures.severe = in.number();
            figures.exposure = figures.carried + figures.bad + in.number();
            figures.measured = figures.bad + in.number();
            figures.end = figures.start + figures.measured + in.number();
        } else {
            figures.end = figures.start + in.number();
            figures.bad = in.number();
            figures.exposure = in.number();
            figures.severe = in.number();
            figures.measured = in.number();
        }
        figures.interruptions = in.integer();
        figures.revision = in.integer();
        figures.angles = AngleTally.read(in);
        return figures;
    }
}
