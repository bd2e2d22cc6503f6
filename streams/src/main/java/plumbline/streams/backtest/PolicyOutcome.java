package plumbline.streams.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Reminder;
import plumbline.streams.device.Publication;

/** What one policy came to on a recording: the reminders it raised and those it held back, by wearer. */
final class PolicyOutcome implements Consumer<Publication> {
    private final Map<DeviceId, List<Reminder>> raised = new HashMap<>();
    private final Map<DeviceId, List<Decision>> heldBack = new HashMap<>();

    @Override
    public void accept(Publication publication) {
        if (publication.value() instanceof Reminder reminder) {
            raised.computeIfAbsent(reminder.device(), device -> new ArrayList<>())
                    .add(reminder);
        } else if (publication.value() instanceof Decision decision
                && decision.outcome() == Decision.Outcome.HELD_BACK) {
            heldBack.computeIfAbsent(decision.device(), device -> new ArrayList<>())
                    .add(decision);
        }
    }

    List<Reminder> raised(DeviceId device) {
        return raised.getOrDefault(device, List.of());
    }

    List<Decision> heldBack(DeviceId device) {
        return heldBack.getOrDefault(device, List.of());
    }
}
