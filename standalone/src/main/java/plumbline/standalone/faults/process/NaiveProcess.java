package plumbline.standalone.faults.process;

import java.util.List;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.standalone.faults.naive.mqtt.NaiveIngester;

/** The control in a process of its own; it takes over the session that an ingester has made. */
public final class NaiveProcess implements AutoCloseable {
    private final Child child;

    private NaiveProcess(Child child) {
        this.child = child;
    }

    public static NaiveProcess start(Workshop workshop, MqttEndpoint mqtt, KafkaEndpoint kafka, String clientId) {
        return new NaiveProcess(workshop.java(
                kafka.prefix().name("naive"),
                ServiceProcess.HEAP_MEGABYTES,
                NaiveIngester.class.getName(),
                List.of(mqtt.address(), kafka.bootstrap(), kafka.prefix().name(""), clientId)));
    }

    @Override
    public void close() {
        child.close();
    }
}
