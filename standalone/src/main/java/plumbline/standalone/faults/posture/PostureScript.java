package plumbline.standalone.faults.posture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Episode;

/**
 * One wearer, a reading a second, from a seed: bad spells of {@value #SHORTEST_BAD} s and more, between them upright ones
 * and walks. Which episodes that makes is known without any detector, as long as the rules are {@link QuickRules}.
 */
public final class PostureScript {
    static final int SHORTEST_BAD = 6;
    static final int LONGEST_BAD = 22;
    static final int SHORTEST_GOOD = 5;
    static final int LONGEST_GOOD = 8;

    /** Standing so long ends whatever was open. */
    static final int REST = 6;

    /** Not the device's first. */
    static final int BOOT = 2;

    private static final int SECOND = 1_000;
    private static final int WOBBLE_DEGREES = 3;
    private static final double SLIP = 0.08;
    /** By then the episodes of a bad spell are active. */
    private static final int MIDST = 5;

    private static final Calibration UPRIGHT = new Calibration("c1", 0, 0);

    private final DeviceId device;
    private final SplittableRandom random;
    private final Set<String> episodes = new LinkedHashSet<>();
    private long timeMillis;
    private long seq;
    private Posture posture = Posture.UPRIGHT;
    private int secondsDone;
    private int secondsLeft;
    private boolean slips;
    private boolean isEnding;

    /** @param beginMillis time of the first reading */
    public PostureScript(DeviceId device, long seed, long beginMillis) {
        this.device = device;
        this.random = new SplittableRandom(seed);
        this.timeMillis = beginMillis;
        this.secondsLeft = random.nextInt(1, LONGEST_GOOD);
    }

    public DeviceId device() {
        return device;
    }

    /** When the next reading is taken, device time. */
    public long nextMillis() {
        return timeMillis;
    }

    /** The ids of the neck's and the shoulders' episodes that end from here on, as far as they have begun. */
    public Set<String> episodes() {
        return episodes;
    }

    /**
     * Plays on into the midst of a bad spell, {@code least} readings or more from the beginning.
     *
     * @param heard takes the readings until there
     */
    public void playIntoTheMidst(int least, Consumer<Upload> heard) {
        while (seq < least || !posture.isBad() || secondsDone < MIDST) {
            heard.accept(next());
        }
        episodes.clear();
        long spellMillis = timeMillis - (long) secondsDone * SECOND;
        posture.issues().forEach(issue -> episodes.add(Episode.id(device, issue, spellMillis)));
    }

    /** The wearer ends a bad spell no sooner than any other, and then stands until the end. */
    public void end() {
        isEnding = true;
    }

    /** Whether the last reading was sent: nothing is open after it. */
    public boolean isOver() {
        return isEnding && posture == Posture.STANDING && secondsDone >= REST;
    }

    /** The next reading. */
    public Upload next() {
        if (isEnding && posture != Posture.STANDING && (!posture.isBad() || secondsDone >= SHORTEST_BAD)) {
            begin(Posture.STANDING, Integer.MAX_VALUE);
        } else if (secondsLeft == 0) {
            turn();
        }
        // A moment upright within a bad spell interrupts the episode and does not end it.
        slips = posture.isBad() && secondsDone > 0 && !slips && random.nextDouble() < SLIP;
        Upload upload = reading(slips ? Posture.UPRIGHT : posture);
        timeMillis += SECOND;
        seq++;
        secondsDone++;
        secondsLeft--;
        return upload;
    }

    private void turn() {
        if (posture.isBad()) {
            begin(one(Posture.GOOD), random.nextInt(SHORTEST_GOOD, LONGEST_GOOD + 1));
        } else {
            begin(one(Posture.BAD), random.nextInt(SHORTEST_BAD, LONGEST_BAD + 1));
            posture.issues().forEach(issue -> episodes.add(Episode.id(device, issue, timeMillis)));
        }
    }

    private void begin(Posture next, int seconds) {
        posture = next;
        secondsDone = 0;
        secondsLeft = seconds;
    }

    private Posture one(List<Posture> postures) {
        return postures.get(random.nextInt(postures.size()));
    }

    private Upload reading(Posture seen) {
        return new Upload(
                BOOT,
                seq,
                SamplingTimes.every(timeMillis, SECOND),
                AngleColumn.ofDegrees(seen.neckDegrees() + wobble()),
                AngleColumn.ofDegrees(seen.shoulderDegrees() + wobble()),
                List.of(seen.activity()),
                0,
                Mount.C7,
                UPRIGHT,
                List.of(),
                -1,
                "",
                false,
                -1);
    }

    private double wobble() {
        return random.nextDouble(-WOBBLE_DEGREES, WOBBLE_DEGREES);
    }
}
