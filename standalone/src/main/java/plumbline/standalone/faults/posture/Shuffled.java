package plumbline.standalone.faults.posture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Many uploads come twice, and many overtake others, by less than what is put in order again. */
public final class Shuffled implements Disturbance {
    private static final double SHARE = 0.3;

    /** Five seconds less than what an upload is waited for. */
    private static final Duration MOST = Duration.ofSeconds(25);

    private final SplittableRandom random;

    public Shuffled(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public List<Delivery> of(Delivery clean) {
        List<Delivery> arriving = new ArrayList<>();
        boolean isFirst = clean.upload().seq() == 0;
        arriving.add(!isFirst && random.nextDouble() < SHARE ? delayed(clean) : clean);
        if (random.nextDouble() < SHARE) {
            arriving.add(delayed(clean));
        }
        return arriving;
    }

    private Delivery delayed(Delivery clean) {
        return clean.later(random.nextLong(MOST.toMillis()));
    }
}
