package plumbline.streams.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import plumbline.contract.device.Activity;
import plumbline.contract.device.Mount;
import plumbline.contract.device.Upload;
import plumbline.streams.Sitter;

/** Some hours of a wearer who does anything at all, from a seed. */
public final class RandomDay {
    private static final List<Activity> ACTIVITIES = List.of(Activity.values());
    private static final List<Mount> MOUNTS = List.of(Mount.values());

    private final Random random;
    private final List<Upload> uploads = new ArrayList<>();
    private final Sitter sitter = new Sitter(uploads::add).boot(DeviceStateTest.A_LARGE_BOOT);

    private RandomDay(long seed) {
        random = new Random(seed);
    }

    public static List<Upload> uploads(long seed) {
        RandomDay day = new RandomDay(seed);
        for (int i = 0; i < 60; i++) {
            day.something();
        }
        return day.uploads;
    }

    private void something() {
        switch (random.nextInt(14)) {
            case 0 -> sitter.silent(random.nextInt(700));
            case 1 -> sitter.takesItOff();
            case 2 -> sitter.calibration("c" + random.nextInt(3), random.nextInt(10), random.nextInt(5));
            case 3 -> sitter.mount(MOUNTS.get(random.nextInt(3)));
            case 4 -> sitter.walks(random.nextInt(90));
            case 5 -> sitter.good(random.nextInt(90));
            case 6 -> sitter.restarts();
            case 7 -> sitter.historical(random.nextInt(4) == 0);
            case 8 -> sitter.every(1_000 + 500 * random.nextInt(4));
            case 9 -> sitter.perUpload(1 + random.nextInt(40));
            case 10 -> sitter.slumps(random.nextInt(900));
            default -> holds(random.nextInt(600));
        }
    }

    private void holds(int seconds) {
        Activity activity = random.nextInt(3) == 0 ? ACTIVITIES.get(random.nextInt(4)) : Activity.SITTING;
        double neck = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(60) - 5;
        sitter.does(activity, neck, random.nextInt(35), seconds);
    }
}
