package plumbline.standalone.faults.posture;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Episode;

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
        Duration age = age(clean.device());
        if (isAncient(age)) {
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

    private static Duration age(DeviceId device) {
        return AGES.get(Uploads.numberOf(device) % AGES.size());
    }

    private static boolean isAncient(Duration age) {
        return age.equals(AGES.get(AGES.size() - 1));
    }

    @Override
    public List<Episode> past(Collection<Episode> ended) {
        return ended.stream()
                .filter(episode -> !isAncient(age(episode.device())))
                .map(episode -> episode.later(-age(episode.device()).toMillis()))
                .toList();
    }

    /** How many were too old for any use. */
    public long ancient() {
        return ancient.get();
    }
}
