package plumbline.streams.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import plumbline.contract.device.Upload;

/** What may happen to uploads on their way, from the seed of the case. */
final class Delivery {
    private static final double DUPLICATED = 0.3;
    private static final double HELD_UP = 0.3;
    private static final int MOST_OVERTAKING = 64;
    private static final long HELD_UP_MILLIS = 30_000;
    private static final long FRESH_MILLIS = 120_000;
    private static final double LATE = 0.1;
    private static final double RENUMBERED = 0.1;
    private static final int SOON_MILLIS = 2_000;
    private static final int HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 86_400_000;
    private static final long YEAR_MILLIS = 365 * DAY_MILLIS;

    /** More than can be believed; the first not more than an upload may lie on its way. */
    private static final long[] CLOCKS_OFF = {-20 * DAY_MILLIS, -50 * YEAR_MILLIS, 3 * DAY_MILLIS};

    private Delivery() {}

    /** Three in ten come again, the same in every byte: at once, a little later, or after hours. */
    static List<Arrival> duplicated(WearerCase wearer) {
        Random random = Seed.random(wearer.seed());
        List<Arrival> arrivals = new ArrayList<>(wearer.arrivals());
        long lastMillis = arrivals.get(arrivals.size() - 1).atMillis();
        for (Arrival arrival : wearer.arrivals()) {
            while (random.nextDouble() < DUPLICATED) {
                long later = switch (random.nextInt(3)) {
                    case 0 -> random.nextInt(SOON_MILLIS);
                    case 1 -> random.nextInt(HOUR_MILLIS);
                    default -> random.nextLong(lastMillis - arrival.atMillis() + 1);
                };
                arrivals.add(new Arrival(arrival.upload(), arrival.atMillis() + later));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::atMillis));
        return arrivals;
    }

    /** Three in ten are held up: by at most 64 uploads of their device, and by at most 30 s. */
    static List<Arrival> reordered(WearerCase wearer) {
        Random random = Seed.random(wearer.seed());
        List<Arrival> arrivals = new ArrayList<>(wearer.arrivals());
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            if (random.nextDouble() < HELD_UP && isFresh(arrival)) {
                long bound = i + MOST_OVERTAKING < arrivals.size()
                        ? wearer.arrivals().get(i + MOST_OVERTAKING).atMillis() - arrival.atMillis()
                        : HELD_UP_MILLIS;
                long by = random.nextLong(Math.min(bound, HELD_UP_MILLIS) + 1);
                arrivals.set(i, new Arrival(arrival.upload(), arrival.atMillis() + by));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::atMillis));
        return arrivals;
    }

    /** Whether its newest reading is still fresh if the upload comes so much later. */
    private static boolean isFresh(Arrival arrival) {
        return arrival.atMillis() - arrival.newestMillis() < FRESH_MILLIS - HELD_UP_MILLIS;
    }

    /** One in ten comes up to a day after its time, and after another that was taken after it and has waited for it in vain. */
    static List<Arrival> late(WearerCase wearer) {
        return late(wearer, true);
    }

    /** The same without those that come late: what they tell is never known. */
    static List<Arrival> withoutLate(WearerCase wearer) {
        return late(wearer, false);
    }

    private static List<Arrival> late(WearerCase wearer, boolean comesAtAll) {
        Random random = Seed.random(wearer.seed());
        List<Upload> sent = sent(wearer, random);
        List<Arrival> arrivals = new ArrayList<>();
        long nextMillis = Long.MAX_VALUE;
        for (int i = wearer.arrivals().size() - 1; i >= 0; i--) {
            Arrival arrival = wearer.arrivals().get(i);
            long soonest = nextMillis + HELD_UP_MILLIS + 1;
            long latest = arrival.newestMillis() + (random.nextBoolean() ? DAY_MILLIS : HOUR_MILLIS);
            if (random.nextDouble() >= LATE || nextMillis == Long.MAX_VALUE || latest <= soonest) {
                nextMillis = arrival.atMillis();
                arrivals.add(new Arrival(sent.get(i), nextMillis));
            } else if (comesAtAll) {
                arrivals.add(new Arrival(sent.get(i), random.nextLong(soonest, latest)));
            } else {
                random.nextLong(soonest, latest);
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::atMillis));
        return arrivals;
    }

    /**
     * One device in four has a clock that is days or years off, and says when it sent: at once. It never restarts, as only
     * of what was overtaken within its boot the services know that it was long on its way.
     */
    private static List<Upload> sent(WearerCase wearer, Random random) {
        if (random.nextInt(4) > 0) {
            return wearer.arrivals().stream().map(Arrival::upload).toList();
        }
        long off = CLOCKS_OFF[random.nextInt(CLOCKS_OFF.length)];
        List<Upload> sent = new ArrayList<>();
        long seq = 0;
        for (Arrival arrival : wearer.arrivals()) {
            Upload upload = arrival.upload().numbered(1, seq);
            sent.add(upload.sentAt(arrival.atMillis(), -1).later(off));
            seq += upload.identities();
        }
        return sent;
    }

    /** The device restarts now and then, and leaves numbers out that it never sends. */
    static List<Arrival> renumbered(WearerCase wearer) {
        Random random = Seed.random(wearer.seed());
        List<Arrival> arrivals = new ArrayList<>();
        long boot = 1 + random.nextInt(10);
        long seq = random.nextInt(1_000);
        for (Arrival arrival : wearer.arrivals()) {
            if (random.nextDouble() < RENUMBERED) {
                boot += 1 + random.nextInt(2);
                seq = 0;
            }
            if (random.nextDouble() < RENUMBERED) {
                seq += 1 + random.nextInt(100);
            }
            Upload upload = arrival.upload();
            arrivals.add(new Arrival(upload.numbered(boot, seq), arrival.atMillis()));
            seq += upload.identities();
        }
        return arrivals;
    }

    /** The same wearer's device with a clock that is wrong in one of seven ways. */
    static List<Arrival> badClock(WearerCase wearer) {
        Random random = Seed.random(wearer.seed());
        boolean saysWhenSent = random.nextBoolean();
        int way = random.nextInt(7);
        long firstMillis = wearer.arrivals().get(0).atMillis();
        int step = wearer.arrivals().size() / 2;
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < wearer.arrivals().size(); i++) {
            Arrival arrival = wearer.arrivals().get(i);
            Upload upload = arrival.upload().sentAt(arrival.atMillis(), -1);
            upload = upload.later(
                    switch (way) {
                        case 0 -> 2L * HOUR_MILLIS;
                        case 1 -> DAY_MILLIS;
                        case 2 -> 10 * YEAR_MILLIS;
                        case 3 -> -DAY_MILLIS;
                        case 4 -> i < step ? 0 : 2L * HOUR_MILLIS;
                        case 5 -> i < step ? 0 : -30 * DAY_MILLIS;
                        default -> firstMillis - upload.times().startMillis();
                    });
            arrivals.add(new Arrival(saysWhenSent ? upload : upload.sentAt(0, -1), arrival.atMillis()));
        }
        return arrivals;
    }
}
