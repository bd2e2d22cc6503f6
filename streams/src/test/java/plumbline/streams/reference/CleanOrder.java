package plumbline.streams.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Upload;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;

/**
 * The first section of docs/detection.md, and the angles of the second: everything one device sent, each reading once, in
 * the order in which the device took it. The device's clock is taken to be right.
 */
final class CleanOrder {
    private static final int LEAST_DECIDEGREES = -900;
    private static final int MOST_DECIDEGREES = 1200;
    private static final int JUMP_DECIDEGREES = 600;

    final List<Arrival> uploads = new ArrayList<>();
    final List<CleanReading> readings = new ArrayList<>();

    private final long longestHoleMillis;

    private record Identity(long boot, long seq) {}

    private record Place(int upload, int reading) {}

    /** @param arrivals in the order in which they came, of which the first to bring a reading counts */
    CleanOrder(List<Arrival> arrivals, RuleSettings settings) {
        longestHoleMillis = settings.millis(RuleSetting.HOLE_POSTURE);
        arrivals.stream()
                .sorted(Comparator.comparingLong((Arrival a) -> a.upload().boot())
                        .thenComparingLong(a -> a.upload().seq()))
                .forEach(uploads::add);
        List<Place> places = eachReadingOnce();
        double[] neck =
                relative(places, Upload::neck, upload -> upload.calibration().neckDecidegrees());
        double[] shoulder = relative(
                places, Upload::shoulder, upload -> upload.calibration().shoulderDecidegrees());
        for (int i = 0; i < places.size(); i++) {
            int at = places.get(i).reading;
            Upload upload = uploads.get(places.get(i).upload).upload();
            readings.add(new CleanReading(
                    places.get(i).upload,
                    upload.times().timeMillis(at),
                    upload.times().intervalMillis(),
                    neck[i],
                    shoulder[i],
                    upload.activity(at),
                    upload.mount(),
                    upload.calibration().id(),
                    beginsAnew(places, i)));
        }
    }

    private List<Place> eachReadingOnce() {
        Set<Identity> seen = new HashSet<>();
        List<Place> places = new ArrayList<>();
        List<Arrival> something = new ArrayList<>();
        for (Arrival arrival : uploads) {
            Upload upload = arrival.upload();
            boolean isNew = false;
            for (int i = 0; i < upload.identities(); i++) {
                if (seen.add(new Identity(upload.boot(), upload.seq() + i))) {
                    isNew = true;
                    if (i < upload.size()) {
                        places.add(new Place(something.size(), i));
                    }
                }
            }
            if (isNew) {
                something.add(arrival);
            }
        }
        uploads.clear();
        uploads.addAll(something);
        return places;
    }

    /** Takes the calibrated upright off, then drops what no body does. */
    private double[] relative(
            List<Place> places, Function<Upload, AngleColumn> column, Function<Upload, Integer> uprightDecidegrees) {
        double[] degrees = new double[places.size()];
        int neighbour = AngleColumn.MISSING;
        for (int i = 0; i < degrees.length; i++) {
            degrees[i] = Double.NaN;
            if (beginsAnew(places, i)) {
                neighbour = AngleColumn.MISSING;
            }
            Upload upload = uploads.get(places.get(i).upload).upload();
            int measured = column.apply(upload).decidegrees(places.get(i).reading);
            if (measured == AngleColumn.MISSING || !upload.calibration().isPresent()) {
                continue;
            }
            int relative = measured - uprightDecidegrees.apply(upload);
            if (relative < LEAST_DECIDEGREES || relative > MOST_DECIDEGREES) {
                continue;
            }
            boolean jumped = neighbour != AngleColumn.MISSING && Math.abs(relative - neighbour) > JUMP_DECIDEGREES;
            neighbour = relative;
            if (!jumped) {
                degrees[i] = relative / 10.0;
            }
        }
        return degrees;
    }

    /** Two readings are no neighbours over a long hole, another calibration or mount, or while the device was off. */
    private boolean beginsAnew(List<Place> places, int i) {
        if (i == 0) {
            return true;
        }
        Upload before = uploads.get(places.get(i - 1).upload).upload();
        Upload now = uploads.get(places.get(i).upload).upload();
        int last = places.get(i - 1).reading;
        Activity activity = before.activity(last);
        long hole =
                now.times().timeMillis(places.get(i).reading) - before.times().timeMillis(last);
        return !now.calibration().id().equals(before.calibration().id())
                || now.mount() != before.mount()
                || activity == Activity.LYING
                || activity == Activity.OFF_BODY
                || hole
                        > Math.max(
                                longestHoleMillis,
                                Observations.holdMillis(now.times().intervalMillis()));
    }
}
