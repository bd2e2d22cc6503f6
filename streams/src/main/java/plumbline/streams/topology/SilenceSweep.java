package plumbline.streams.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.streams.device.DeviceState;

/**
 * Finds the devices whose time has come to be looked at though nothing arrived, a slice of the store a call, so that a
 * large store never holds up its records.
 */
final class SilenceSweep {
    static final int SLICE = 2_000;

    private final KeyValueStore<String, byte[]> states;
    private final ObjLongConsumer<DeviceId> wake;
    private @Nullable String next;

    /** Sweeps a store; {@code wake} is told of a device that is due, and the time. */
    SilenceSweep(KeyValueStore<String, byte[]> states, ObjLongConsumer<DeviceId> wake) {
        this.states = states;
        this.wake = wake;
    }

    /**
     * Looks at the next slice; after the last one it begins anew.
     *
     * @param nowMillis arrival time of which everything is worked off
     */
    void advance(long nowMillis) {
        due(nowMillis).forEach(device -> wake.accept(new DeviceId(device), nowMillis));
    }

    private List<String> due(long nowMillis) {
        List<String> due = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> slice = states.range(next, null)) {
            for (int looked = 0; slice.hasNext() && looked < SLICE; looked++) {
                KeyValue<String, byte[]> state = slice.next();
                if (DeviceState.wakesAt(state.value) <= nowMillis) {
                    due.add(state.key);
                }
            }
            next = slice.hasNext() ? slice.peekNextKey() : null;
        }
        return due;
    }
}
