package plumbline.ingest.simulation;

import java.util.SplittableRandom;

/** A planted fault: it subscribes once, and trusts the session from then on. */
final class ForgetsToSubscribe extends Host {
    private boolean done;

    ForgetsToSubscribe(World world, SplittableRandom chance) {
        super(world, new OurIngester(), chance);
    }

    @Override
    boolean subscribeAt(World broker) {
        done = done || broker.subscribe();
        return done;
    }
}
