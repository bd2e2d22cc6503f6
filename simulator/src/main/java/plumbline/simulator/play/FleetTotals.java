package plumbline.simulator.play;

import plumbline.simulator.mqtt.OutboxTotals;

/**
 * What a fleet has done.
 *
 * @param readings taken by the devices
 * @param sentAgain uploads sent another time since their devices did not hear that they are stored
 * @param held uploads that devices keep since they have not heard yet
 * @param reminders that reached a wearer
 * @param repeated reminders that reached a device again
 * @param unreadable messages to a device that were no reminder, or came faster than it could take them
 */
public record FleetTotals(
        int devices,
        long readings,
        OutboxTotals sent,
        long sentAgain,
        long held,
        long reminders,
        long repeated,
        long unreadable) {
    static final FleetTotals NONE = new FleetTotals(0, 0, OutboxTotals.NONE, 0, 0, 0, 0, 0);

    FleetTotals plus(FleetTotals more) {
        return new FleetTotals(
                devices + more.devices,
                readings + more.readings,
                sent.plus(more.sent),
                sentAgain + more.sentAgain,
                held + more.held,
                reminders + more.reminders,
                repeated + more.repeated,
                unreadable + more.unreadable);
    }
}
