package plumbline.standalone.faults.posture;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import plumbline.contract.device.Upload;

/**
 * Just after each upload comes one of an earlier boot, an hour, nearly a day or a month old, in which the wearer did the same.
 * Half of the devices say when they sent it. Of a device that is heard of for the first time a month-old upload with
 * {@code sentAt} is taken for one of now with a wrong clock, so it is never the first.
 */
public final class LateUploads implements Disturbance {
    private static final List<Duration> AGES =
            List.of(Duration.ofHours(1), Duration.ofDays(1).minusMinutes(1), Duration.ofDays(30));

    private final AtomicLong ancient = new AtomicLong();

    @Override
    public List<Delivery> of(Delivery clean) {
        int number = Uploads.numberOf(clean.device());
        Duration age = AGES.get(number % AGES.size());
        if (age.equals(AGES.get(AGES.size() - 1))) {
            ancient.incrementAndGet();
        }
        boolean saysWhen = number / AGES.size() % 2 == 1;
        Upload before = Uploads.moved(clean.upload(), -age.toMillis(), saysWhen);
        return List.of(
                clean,
                clean.with(before.numbered(
                                PostureScript.BOOT - 1, clean.upload().seq()))
                        .later(1));
    }

    /** How many were too old for any use. */
    public long ancient() {
        return ancient.get();
    }
}
