package plumbline.streams.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.SittingSource;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Profile;

/** Hours of one device from a seed, with a liking for what lies on the bounds of the rules. */
final class RandomWearer {
    private static final double[] NECKS = {
        -15, 0, 5, 14, 15, 15.1, 18, 19.9, 20, 22, 25, 25.1, 30, 39.9, 40, 55, 60, 60.1
    };
    private static final double[] SHOULDERS = {0, 5, 9.9, 10, 10.1, 12, 14.9, 15, 20, 29.9, 30, 35};
    private static final double[] IMPOSSIBLE = {-90.1, 120.1, 400, -3000};
    private static final int[] SECONDS = {10, 20, 30, 40, 60, 70, 120, 180, 190, 300, 420, 600, 900, 1_200};
    private static final int[] WALKS = {10, 20, 30, 40, 60, 120, 300};
    private static final int[] HOLES = {
        9, 19, 25, 29, 30, 31, 39, 40, 41, 60, 120, 299, 300, 301, 309, 310, 311, 330, 331, 599, 600, 601, 610, 611,
        630, 1_200, 3_599, 3_600, 3_601, 5_000, 90_000
    };
    private static final int[] INTERVALS = {1_000, 2_000, 5_000, 5_000, 10_000, 10_000, 10_000, 15_000, 30_000};
    private static final int[] LAGS = {120_000, 120_001, 300_000, 300_001};
    private static final int LATE_EVENING = 84; // quarters of an hour, so that the day turns while the wearer sits
    private static final int[] BATCHES = {1, 6, 12, 12, 30, 60, 120};
    private static final int[] GATEWAYS = {0, 0, 0, 60_000, 180_000};
    private static final Mount[] MOUNTS = {Mount.C7, Mount.C7, Mount.OCCIPUT, Mount.EARBUD, Mount.GLASSES};
    private static final Activity[] ACTIVITIES = {
        Activity.SITTING, Activity.SITTING, Activity.SITTING, Activity.STANDING, Activity.UNKNOWN
    };

    private final Random random;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<OneReading> batch = new ArrayList<>();
    private final List<SittingSpan> spans = new ArrayList<>();
    private final boolean tellsActivity;
    private final boolean tellsSpans;
    private final boolean measuresAngles;
    private final int gatewayMillis;
    private long nowMillis;
    private long lastArrivalMillis;
    private long offlineUntilMillis;
    private long boot = 1;
    private long seq;
    private int intervalMillis = 5_000;
    private int perUpload = 24;
    private Mount mount = Mount.C7;
    private Calibration calibration = new Calibration("c1", 0, 0);
    private long sittingSinceMillis = -1;
    private boolean historical;

    private record OneReading(long timeMillis, double neck, double shoulder, Activity activity) {}

    private RandomWearer(long seed) {
        random = Seed.random(seed);
        int kind = random.nextInt(8);
        tellsSpans = kind >= 5;
        tellsActivity = kind != 5 && kind != 6;
        measuresAngles = kind != 6;
        gatewayMillis = one(GATEWAYS);
        if (gatewayMillis > 0) {
            perUpload = 12;
        }
        nowMillis = Instant.parse(random.nextInt(8) == 0 ? "2026-03-28T00:00:00Z" : "2026-03-04T00:00:00Z")
                        .toEpochMilli()
                + (random.nextInt(3) == 0 ? LATE_EVENING + random.nextInt(8) : random.nextInt(96)) * 900_000L
                + random.nextInt(2) * random.nextInt(1_000);
    }

    /** @param profiles what the wearer chooses, by chance */
    static WearerCase of(long seed, Function<Random, Profile> profiles) {
        RandomWearer wearer = new RandomWearer(seed);
        int spells = 12 + wearer.random.nextInt(24);
        for (int i = 0; i < spells; i++) {
            wearer.something();
        }
        wearer.send();
        return new WearerCase(
                seed, new DeviceId("w-" + seed), profiles.apply(Seed.random(~seed)), List.copyOf(wearer.arrivals));
    }

    private void something() {
        switch (random.nextInt(20)) {
            case 0, 1 -> falls(one(HOLES));
            case 2 -> does(Activity.WALKING, one(NECKS), one(SHOULDERS), one(WALKS));
            case 3 -> does(random.nextBoolean() ? Activity.LYING : Activity.OFF_BODY, 0, 0, one(WALKS));
            case 4 -> changes();
            case 5 -> does(Activity.STANDING, 0, 0, one(WALKS));
            case 6 -> flickers(one(SECONDS));
            case 7 -> interrupted();
            default -> does(ACTIVITIES[random.nextInt(ACTIVITIES.length)], neck(), one(SHOULDERS), one(SECONDS));
        }
    }

    /** The device itself is another from here on. */
    private void changes() {
        send();
        switch (random.nextInt(9)) {
            case 0 -> mount = MOUNTS[random.nextInt(MOUNTS.length)];
            case 1 -> calibration = new Calibration("c" + random.nextInt(3), random.nextInt(80), random.nextInt(40));
            case 2 -> calibration = random.nextInt(4) == 0 ? Calibration.NONE : calibration;
            case 3 -> reboots();
            case 4 -> seq += 1 + random.nextInt(50);
            case 5 -> historical = !historical && random.nextInt(3) == 0;
            case 6 -> offlineUntilMillis = nowMillis + random.nextInt(20) * 60_000L;
            case 7 -> perUpload = BATCHES[random.nextInt(BATCHES.length)];
            default -> intervalMillis = one(INTERVALS);
        }
    }

    private void reboots() {
        boot++;
        seq = 0;
    }

    private void falls(int silentSeconds) {
        sittingEnds();
        send();
        nowMillis += silentSeconds * 1_000L;
    }

    /** Bad, a little of something else, and bad again. */
    private void interrupted() {
        double neck = neck();
        double shoulder = one(SHOULDERS);
        for (int i = 0; i < 3; i++) {
            does(Activity.SITTING, neck, shoulder, one(SECONDS) / 2);
            boolean walks = random.nextBoolean();
            does(walks ? Activity.WALKING : Activity.STANDING, 0, 0, 5 + random.nextInt(60));
        }
    }

    /** Angles that come and go, are impossible, jump, or waver about the bounds. */
    private void flickers(int seconds) {
        for (int left = seconds; left > 0; left -= 30) {
            double neck = random.nextInt(6) == 0 ? IMPOSSIBLE[random.nextInt(IMPOSSIBLE.length)] : neck();
            double shoulder = random.nextInt(4) == 0 ? Double.NaN : one(SHOULDERS);
            does(Activity.SITTING, random.nextInt(4) == 0 ? Double.NaN : neck, shoulder, Math.min(left, 30));
        }
    }

    private double neck() {
        return random.nextInt(3) == 0 ? random.nextInt(900) / 10.0 : one(NECKS);
    }

    /** Of what the activity leaves open, spans tell. */
    private void does(Activity activity, double neck, double shoulder, int seconds) {
        boolean sits = activity == Activity.SITTING || activity == Activity.UNKNOWN;
        long until = nowMillis + Math.max(seconds * 1_000L / intervalMillis, 1) * intervalMillis;
        boolean wavers = random.nextInt(3) == 0;
        while (nowMillis < until) {
            if (sits) {
                sittingSinceMillis = sittingSinceMillis < 0 ? nowMillis : sittingSinceMillis;
            } else {
                sittingEnds();
            }
            double waver = wavers ? (random.nextInt(41) - 20) / 10.0 : 0;
            batch.add(new OneReading(nowMillis, neck + waver, shoulder + waver, activity));
            nowMillis += intervalMillis;
            if (batch.size() >= perUpload) {
                send();
            }
        }
    }

    private void sittingEnds() {
        if (sittingSinceMillis >= 0 && nowMillis > sittingSinceMillis) {
            spans.add(new SittingSpan(sittingSinceMillis, nowMillis, SittingSource.CHAIR));
        }
        sittingSinceMillis = -1;
    }

    /** Sends what is waiting: the readings, and all that was sat since the last time. */
    private void send() {
        boolean sits = sittingSinceMillis >= 0;
        sittingEnds();
        sittingSinceMillis = sits ? nowMillis : -1;
        List<SittingSpan> told = tellsSpans ? toldAgain() : List.of();
        int count = measuresAngles || tellsActivity ? batch.size() : 0;
        if (count > 0 || !told.isEmpty()) {
            arrives(new Upload(
                    boot,
                    seq,
                    times(count),
                    column(count, OneReading::neck, calibration.neckDecidegrees()),
                    column(count, OneReading::shoulder, calibration.shoulderDecidegrees()),
                    count > 0 && tellsActivity
                            ? batch.stream().map(OneReading::activity).toList()
                            : List.of(),
                    0,
                    mount,
                    calibration,
                    told,
                    -1,
                    "",
                    historical,
                    -1));
        }
        batch.clear();
        spans.clear();
    }

    /** Now and then a span of the last upload comes again, or reaches back into it. */
    private List<SittingSpan> toldAgain() {
        if (arrivals.isEmpty() || spans.isEmpty() || random.nextInt(3) > 0) {
            return List.copyOf(spans);
        }
        List<SittingSpan> last = arrivals.get(arrivals.size() - 1).upload().sitting();
        return Stream.concat(last.stream(), spans.stream()).toList();
    }

    private SamplingTimes times(int count) {
        long start = batch.isEmpty() ? nowMillis : batch.get(0).timeMillis();
        if (random.nextBoolean()) {
            return SamplingTimes.every(start, intervalMillis);
        }
        return SamplingTimes.at(
                start,
                intervalMillis,
                batch.stream()
                        .limit(count)
                        .mapToInt(reading -> (int) (reading.timeMillis() - start))
                        .toArray());
    }

    private AngleColumn column(int count, ToDoubleFunction<OneReading> relative, int uprightDecidegrees) {
        if (!measuresAngles || count == 0) {
            return AngleColumn.EMPTY;
        }
        return AngleColumn.ofDegrees(batch.stream()
                .mapToDouble(reading -> relative.applyAsDouble(reading) + uprightDecidegrees / 10.0)
                .toArray());
    }

    private void arrives(Upload upload) {
        long at = Math.max(nowMillis, offlineUntilMillis) + 100 + random.nextInt(1_500);
        if (random.nextInt(12) == 0) {
            at = new Arrival(upload, at).newestMillis() + one(LAGS);
        } else if (gatewayMillis > 0) { // something on the way passes on only so often
            at += gatewayMillis - at % gatewayMillis;
        }
        lastArrivalMillis = Math.max(at, lastArrivalMillis + 1);
        arrivals.add(new Arrival(upload, lastArrivalMillis));
        seq += upload.identities();
    }

    private int one(int[] of) {
        return of[random.nextInt(of.length)];
    }

    private double one(double[] of) {
        return of[random.nextInt(of.length)];
    }
}
