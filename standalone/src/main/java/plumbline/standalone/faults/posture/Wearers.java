package plumbline.standalone.faults.posture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import plumbline.contract.device.DeviceId;
import plumbline.streams.device.DeviceState;

/** A fleet of scripted wearers: what arrives from them when, and what is to follow. Safe for use by several threads. */
public final class Wearers {
    /** How long an upload is under way. */
    private static final int QUICKEST_MILLIS = 20;

    private static final int SLOWEST_MILLIS = 250;
    private static final int SECOND = 1_000;

    private final SplittableRandom random;
    private final Disturbance disturbance;
    private final Told expected = new Told();
    private final Expectation expectation;
    private final List<PostureScript> scripts = new ArrayList<>();
    private final PriorityQueue<Delivery> underWay =
            new PriorityQueue<>(Comparator.comparingLong(Delivery::arrivalMillis));
    private final Instant begin;
    private long sent;

    /** @param beginMillis when the first of them takes its first reading */
    public Wearers(String name, int devices, long seed, long beginMillis, Disturbance disturbance) {
        this(named(name, devices, seed, beginMillis), seed, disturbance, Map.of());
    }

    /** @param states how the devices stood before */
    public Wearers(List<PostureScript> scripts, long seed, Disturbance disturbance, Map<DeviceId, DeviceState> states) {
        this.random = new SplittableRandom(seed);
        this.disturbance = disturbance;
        this.scripts.addAll(scripts);
        this.begin = Instant.ofEpochMilli(
                scripts.stream().mapToLong(PostureScript::nextMillis).min().orElseThrow());
        this.expectation = new Expectation(states, expected);
    }

    private static List<PostureScript> named(String name, int devices, long seed, long beginMillis) {
        List<PostureScript> scripts = new ArrayList<>();
        for (int device = 0; device < devices; device++) {
            long phase = (long) device * SECOND / devices;
            scripts.add(new PostureScript(new DeviceId(name + "-" + device), seed + device, beginMillis + phase));
        }
        return scripts;
    }

    /** When the first of them takes its first reading. */
    public Instant begin() {
        return begin;
    }

    /** Hands on all that arrives up to {@code nowMillis}, in the order in which it does. */
    public synchronized void advance(long nowMillis, Consumer<Delivery> arrivals) {
        for (PostureScript script : scripts) {
            while (!script.isOver() && script.nextMillis() <= nowMillis) {
                take(script);
            }
        }
        while (!underWay.isEmpty() && underWay.peek().arrivalMillis() <= nowMillis) {
            sent++;
            arrivals.accept(underWay.remove());
        }
    }

    private void take(PostureScript script) {
        long time = script.nextMillis();
        Delivery clean =
                new Delivery(script.device(), script.next(), time + random.nextInt(QUICKEST_MILLIS, SLOWEST_MILLIS));
        expectation.take(clean);
        underWay.addAll(disturbance.of(clean));
    }

    /** All of them come to an end. */
    public synchronized void end() {
        scripts.forEach(PostureScript::end);
    }

    /** Whether all has arrived that ever will. */
    public synchronized boolean areDone() {
        return underWay.isEmpty() && scripts.stream().allMatch(PostureScript::isOver);
    }

    /** How many uploads arrived. */
    public synchronized long sent() {
        return sent;
    }

    /** What of {@code seen} was to be expected, of the devices that the disturbance spares. */
    public synchronized Comparison compare(Told seen) {
        Predicate<DeviceId> spared = disturbance::spares;
        Set<String> script = new HashSet<>();
        scripts.stream()
                .filter(wearer -> spared.test(wearer.device()))
                .forEach(wearer -> script.addAll(wearer.episodes()));
        return Comparison.of(sent, expected, seen, script, begin, disturbance);
    }
}
