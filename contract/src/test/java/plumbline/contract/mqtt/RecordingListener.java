package plumbline.contract.mqtt;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a connection reported. */
final class RecordingListener implements MqttListener {
    final List<MqttArrival> arrivals = new CopyOnWriteArrayList<>();
    final List<String> losses = new CopyOnWriteArrayList<>();

    @Override
    public void arrived(MqttArrival arrival) {
        arrivals.add(arrival);
    }

    @Override
    public void lost(String cause) {
        losses.add(cause);
    }
}
