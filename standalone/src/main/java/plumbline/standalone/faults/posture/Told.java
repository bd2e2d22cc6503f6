package plumbline.standalone.faults.posture;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.Reminder;

/** What was told of wearers: reminders by id, and how each episode ended. Safe for use by several threads. */
public final class Told {
    private final Map<String, Integer> reminders = new HashMap<>();
    private final Map<String, Episode> closed = new HashMap<>();

    public synchronized void reminder(Reminder reminder) {
        reminders.merge(reminder.id(), 1, Integer::sum);
    }

    public synchronized void episode(Episode episode) {
        if (episode.state() == EpisodeState.CLOSED) {
            closed.put(episode.id(), episode);
        }
    }

    /** The episode of this id is told no more. */
    public synchronized void retracted(String episode) {
        closed.remove(episode);
    }

    /** How often each reminder was published, of the devices asked for. */
    synchronized Map<String, Integer> reminders(Predicate<DeviceId> devices) {
        Map<String, Integer> found = new HashMap<>(reminders);
        found.keySet().removeIf(id -> !devices.test(device(id)));
        return found;
    }

    /** How each episode ended, of the devices asked for. */
    synchronized Map<String, Episode> closed(Predicate<DeviceId> devices) {
        Map<String, Episode> found = new HashMap<>(closed);
        found.keySet().removeIf(id -> !devices.test(device(id)));
        return found;
    }

    private static DeviceId device(String id) {
        return new DeviceId(id.substring(0, id.indexOf('/')));
    }
}
