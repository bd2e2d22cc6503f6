package plumbline.standalone.faults.proxy;

import java.util.concurrent.atomic.LongAdder;
import plumbline.contract.mqtt.MqttEndpoint;

/** The way between the ingester and its MQTT broker, with an eye on what it confirms. */
public final class MqttProxy implements AutoCloseable {
    private final LongAdder wrongAcks = new LongAdder();
    private final TcpProxy tcp;
    private volatile boolean generous;

    public MqttProxy(MqttEndpoint broker) {
        tcp = new TcpProxy(broker.port(), this::tap);
    }

    private Tap tap() {
        Tap check = new AckCheck(wrongAcks);
        return generous ? new Generous(check) : check;
    }

    public MqttEndpoint endpoint() {
        return new MqttEndpoint("127.0.0.1", tcp.port());
    }

    /** Acknowledgements of what the connection had not delivered, or out of order. */
    public long wrongAcks() {
        return wrongAcks.sum();
    }

    public void cut() {
        tcp.cut();
    }

    public void receive(Reception reception) {
        tcp.receive(reception);
    }

    /** From the next connection on the broker takes the ingester's Receive Maximum for 65,535. */
    public void hideReceiveMaximum() {
        generous = true;
        tcp.cut();
    }

    @Override
    public void close() {
        tcp.close();
    }
}
