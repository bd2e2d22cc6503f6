package plumbline.standalone.faults.posture;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** With each upload comes one of an earlier boot, an hour, a day or a month old, in which the wearer did the same. */
public final class LateUploads implements Disturbance {
    private static final List<Duration> AGES = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(30));

    private final AtomicLong ancient = new AtomicLong();

    @Override
    public List<Delivery> of(Delivery clean) {
        Duration age = AGES.get(Uploads.numberOf(clean.device()) % AGES.size());
        if (age.equals(AGES.get(AGES.size() - 1))) {
            ancient.incrementAndGet();
        }
        return List.of(
                clean,
                clean.with(Uploads.moved(clean.upload(), -age.toMillis())
                        .numbered(PostureScript.BOOT - 1, clean.upload().seq())));
    }

    /** How many were too old for any use. */
    public long ancient() {
        return ancient.get();
    }
}
