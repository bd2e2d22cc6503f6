package plumbline.streams.detection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.AngleColumn;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** Mean, 95th percentile and maximum of the angles of one episode, each weighted by the time it stood. */
final class AngleTally {
    /** Two degrees, so that the percentile is right to within one. */
    private static final int BIN_DECIDEGREES = 20;

    private static final int BINS = (AngleFilter.MOST - AngleFilter.LEAST) / BIN_DECIDEGREES + 1;
    private static final double PERCENTILE = 0.95;

    private final long[] binMillis = new long[BINS];
    private long millis;
    private long decidegreeMillis;
    private int most = AngleColumn.MISSING;

    void add(int decidegrees, long stoodMillis) {
        if (decidegrees == AngleColumn.MISSING || stoodMillis == 0) {
            return;
        }
        binMillis[(decidegrees - AngleFilter.LEAST) / BIN_DECIDEGREES] += stoodMillis;
        millis += stoodMillis;
        decidegreeMillis += decidegrees * stoodMillis;
        most = Math.max(most, decidegrees);
    }

    @Nullable
    Double meanDegrees() {
        return millis == 0 ? null : degrees((double) decidegreeMillis / millis);
    }

    @Nullable
    Double maxDegrees() {
        return millis == 0 ? null : degrees(most);
    }

    /** The middle of the bin that holds the percentile, at most the maximum. */
    @Nullable
    Double percentileDegrees() {
        if (millis == 0) {
            return null;
        }
        long below = 0;
        int bin = 0;
        while ((below += binMillis[bin]) < millis * PERCENTILE) {
            bin++;
        }
        return degrees(Math.min(most, AngleFilter.LEAST + bin * BIN_DECIDEGREES + BIN_DECIDEGREES / 2));
    }

    private static double degrees(double decidegrees) {
        return Math.round(decidegrees) / 10.0;
    }

    void write(StateWriter out) {
        long unit = unit();
        out.number(unit);
        if (unit == 0) {
            return;
        }
        out.number(decidegreeMillis).number(most);
        int before = -1;
        for (int bin = nextFull(0); bin < BINS; bin = nextFull(bin)) {
            int end = nextEmpty(bin);
            out.number(bin - before).number(end - bin);
            for (; bin < end; bin++) {
                out.number(binMillis[bin] / unit);
            }
            before = end;
        }
        out.number(0);
    }

    /** The longest time of which all bins hold a whole number, 0 where all are empty. Most readings stand for the same time. */
    private long unit() {
        return Arrays.stream(binMillis).reduce(0, AngleTally::greatestCommonDivisor);
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private int nextFull(int from) {
        int bin = from;
        while (bin < BINS && binMillis[bin] == 0) {
            bin++;
        }
        return bin;
    }

    private int nextEmpty(int from) {
        int bin = from;
        while (bin < BINS && binMillis[bin] != 0) {
            bin++;
        }
        return bin;
    }

    static AngleTally read(StateReader in) {
        AngleTally tally = new AngleTally();
        long unitOrMillis = in.number();
        if (unitOrMillis == 0) {
            return tally;
        }
        tally.decidegreeMillis = in.number();
        tally.most = in.integer();
        if (in.isSince(3)) {
            tally.readRuns(in, unitOrMillis);
        } else {
            tally.readSingly(in, unitOrMillis);
        }
        tally.millis = Arrays.stream(tally.binMillis).sum();
        return tally;
    }

    private void readRuns(StateReader in, long unit) {
        int bin = -1;
        for (int apart = in.integer(); apart > 0; apart = in.integer()) {
            bin += apart;
            for (int end = bin + in.integer(); bin < end; bin++) {
                binMillis[bin] = in.number() * unit;
            }
        }
    }

    private void readSingly(StateReader in, long totalMillis) {
        int bin = 0;
        for (long left = totalMillis; left > 0; bin++) {
            bin += in.integer();
            binMillis[bin] = in.number();
            left -= binMillis[bin];
        }
    }
}
