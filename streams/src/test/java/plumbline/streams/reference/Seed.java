package plumbline.streams.reference;

import java.util.Random;
import java.util.SplittableRandom;

/** Chance from a seed, such that the seeds 1, 2 and 3 have nothing in common. */
final class Seed {
    private Seed() {}

    static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }
}
