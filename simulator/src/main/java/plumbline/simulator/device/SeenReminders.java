package plumbline.simulator.device;

import java.util.LinkedHashSet;
import java.util.Set;

/** The reminders a device has shown, by id, so that one delivered again is not shown again. */
final class SeenReminders {
    /** Far more than a day's cap of reminders. */
    static final int MAX_IDS = 128;

    private final Set<String> ids = new LinkedHashSet<>();

    /** Whether {@code id} is new. */
    boolean add(String id) {
        if (!ids.add(id)) {
            return false;
        }
        if (ids.size() > MAX_IDS) {
            ids.remove(ids.iterator().next());
        }
        return true;
    }
}
