package plumbline.simulator.wearer;

import java.util.SplittableRandom;

/**
 * Seeded chance that falls the same way on every JDK: everything is drawn from plain 64-bit draws by exact arithmetic
 * and {@link StrictMath}.
 */
public final class Chance {
    private static final double UNIT = 0x1.0p-53;
    private static final int PART_MASK = 0xFFFF;
    private static final double PARTS_TO_UNIT = 1.0 / (PART_MASK + 1);
    private static final double FOUR_UNIFORMS_TO_UNIT_VARIANCE = StrictMath.sqrt(3);

    /** The furthest that {@link #bell()} ever falls from 0. */
    public static final double BELL_LIMIT = 2 * FOUR_UNIFORMS_TO_UNIT_VARIANCE;

    private final SplittableRandom bits;

    private Chance(SplittableRandom bits) {
        this.bits = bits;
    }

    public static Chance ofSeed(long seed) {
        return new Chance(new SplittableRandom(seed));
    }

    /** A stream of its own, so that more draws in one place change nothing in another. */
    public Chance fork() {
        return new Chance(bits.split());
    }

    /** Uniform, 0 inclusive to 1 exclusive. */
    public double unit() {
        return (bits.nextLong() >>> 11) * UNIT;
    }

    /** Uniform between the two. */
    public double between(double least, double most) {
        return least + unit() * (most - least);
    }

    /** Uniform between the two, in milliseconds, {@code most} exclusive. */
    public long between(long least, long most) {
        return least + (long) (unit() * (most - least));
    }

    public boolean happens(double probability) {
        return unit() < probability;
    }

    /** Mean 0, standard deviation 1, bell-shaped and never beyond {@link #BELL_LIMIT}: the sum of four uniform draws. */
    public double bell() {
        long draw = bits.nextLong();
        long sum = (draw & PART_MASK)
                + ((draw >>> 16) & PART_MASK)
                + ((draw >>> 32) & PART_MASK)
                + ((draw >>> 48) & PART_MASK);
        return ((sum + 2) * PARTS_TO_UNIT - 2) * FOUR_UNIFORMS_TO_UNIT_VARIANCE;
    }

    /** Time to the next of events that come at random, {@code meanMillis} apart on average. */
    public long waitMillis(double meanMillis) {
        return (long) (-StrictMath.log(1 - unit()) * meanMillis);
    }

    /** One of the indexes, as often as its weight says. */
    public int pick(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = unit() * sum;
        int last = weights.length - 1;
        for (int i = 0; i < last; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return last;
    }
}
