package plumbline.ingest.simulation;

import java.util.SplittableRandom;

/** A planted fault: it goes on with a producer that can store nothing more. */
final class KeepsABrokenLog extends Host {
    KeepsABrokenLog(World world, SplittableRandom chance) {
        super(world, new OurIngester(), chance);
    }

    @Override
    boolean isBroken(SimulatedLog producer) {
        return false;
    }
}
