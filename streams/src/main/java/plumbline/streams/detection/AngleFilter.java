package plumbline.streams.detection;

import plumbline.contract.device.AngleColumn;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** Drops the angles of one sensor that can't be: outside [-90, 120] degrees, or a jump of over 60 from its neighbour. */
final class AngleFilter {
    static final int LEAST = -900;
    static final int MOST = 1_200;
    static final int LARGEST_JUMP = 600;

    private int neighbour = AngleColumn.MISSING;

    /** What became of one angle. */
    enum Verdict {
        KEPT,
        MISSING,
        OUT_OF_RANGE,
        JUMP
    }

    Verdict judge(int decidegrees) {
        if (decidegrees == AngleColumn.MISSING) {
            return Verdict.MISSING;
        }
        if (!isPossible(decidegrees)) {
            return Verdict.OUT_OF_RANGE;
        }
        boolean jump = neighbour != AngleColumn.MISSING && Math.abs(decidegrees - neighbour) > LARGEST_JUMP;
        neighbour = decidegrees;
        return jump ? Verdict.JUMP : Verdict.KEPT;
    }

    /** Whether a body can have this angle. */
    static boolean isPossible(int decidegrees) {
        return decidegrees >= LEAST && decidegrees <= MOST;
    }

    void write(StateWriter out) {
        out.number(neighbour);
    }

    static AngleFilter read(StateReader in) {
        AngleFilter filter = new AngleFilter();
        filter.neighbour = in.integer();
        return filter;
    }
}
