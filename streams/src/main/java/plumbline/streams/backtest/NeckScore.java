package plumbline.streams.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DeviceStatus;
import plumbline.contract.event.PostureClass;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.contract.recording.RecordedReading;
import plumbline.contract.recording.Recording;
import plumbline.streams.device.Publication;

/**
 * Compares what the detector says of a labelled recording with the labels: whether each reading's neck is bad, and
 * whether each reminder of a forward neck came while it was bent. A reading without a label counts as nothing.
 *
 * <p>A reading is judged by the newest status of its time, so each must have arrived in an upload of its own.
 */
public final class NeckScore {
    /** A longer time between two readings is a hole, in which nothing was measured. */
    private static final long HOLE_MILLIS = 10_000;

    private final Map<DeviceId, NavigableMap<Long, Boolean>> bad = new HashMap<>();
    private final Map<DeviceId, List<Long>> reminders = new HashMap<>();

    /** Takes an event of the run. */
    public void hear(Publication event) {
        if (event.value() instanceof DeviceStatus status) {
            DeviceStatus.IssueStatus neck = status.issues().get(PostureIssue.FORWARD_NECK);
            bad.computeIfAbsent(status.device(), device -> new TreeMap<>())
                    .put(status.at().toEpochMilli(), neck != null && neck.posture() == PostureClass.BAD);
        } else if (event.value() instanceof Reminder reminder
                && reminder.issues().contains(PostureIssue.FORWARD_NECK)) {
            reminders
                    .computeIfAbsent(reminder.device(), device -> new ArrayList<>())
                    .add(reminder.raisedAt().toEpochMilli());
        }
    }

    /** What each wearer's readings and reminders come to; {@code bent} are the labels in which the neck is bent. */
    public Map<DeviceId, Tally> byWearer(Recording recording, Set<String> bent) {
        Map<DeviceId, Tally> tallies = new TreeMap<>();
        recording
                .devices()
                .forEach((device, readings) -> tallies.put(
                        device,
                        byLabel(device, readings, bent).values().stream().reduce(Tally.NOTHING, Tally::plus)));
        return tallies;
    }

    /** The same by label, over all wearers. */
    public Map<String, Tally> byLabel(Recording recording, Set<String> bent) {
        Map<String, Tally> tallies = new TreeMap<>();
        recording
                .devices()
                .forEach((device, readings) -> byLabel(device, readings, bent)
                        .forEach((label, tally) -> tallies.merge(label, tally, Tally::plus)));
        return tallies;
    }

    private Map<String, Tally> byLabel(DeviceId device, List<RecordedReading> readings, Set<String> bent) {
        NavigableMap<Long, Boolean> judged = bad.getOrDefault(device, new TreeMap<>());
        NavigableMap<Long, String> labels = new TreeMap<>();
        Map<String, Tally> tallies = new HashMap<>();
        for (int i = 0; i < readings.size(); i++) {
            RecordedReading reading = readings.get(i);
            labels.put(reading.timeMillis(), reading.label());
            Map.Entry<Long, Boolean> standing = judged.floorEntry(reading.timeMillis());
            tallies.merge(
                    reading.label(),
                    Tally.ofReading(
                            bent.contains(reading.label()),
                            standing != null && standing.getValue(),
                            measuredMillis(readings, i)),
                    Tally::plus);
        }
        for (long raised : reminders.getOrDefault(device, List.of())) {
            String label = labels.floorEntry(raised).getValue();
            tallies.merge(label, Tally.ofReminder(bent.contains(label)), Tally::plus);
        }
        tallies.remove("");
        return tallies;
    }

    private static long measuredMillis(List<RecordedReading> readings, int i) {
        if (i + 1 == readings.size()) {
            return 0;
        }
        long gap = readings.get(i + 1).timeMillis() - readings.get(i).timeMillis();
        return gap > HOLE_MILLIS ? 0 : gap;
    }
}
