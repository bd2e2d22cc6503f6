package plumbline.standalone.faults.stage;

import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.TopicPrefix;
import plumbline.standalone.faults.process.KafkaProcess;
import plumbline.standalone.faults.process.Signal;
import plumbline.standalone.faults.proxy.Slowness;
import plumbline.standalone.faults.proxy.Tap;
import plumbline.standalone.faults.proxy.TcpProxy;

/** Kafka, with the network before it. */
public final class KafkaSite implements AutoCloseable {
    private final KafkaProcess broker;
    private final TcpProxy proxy;

    /** Starts it. */
    public KafkaSite(KafkaProcess broker) {
        this.broker = broker;
        proxy = new TcpProxy(broker.port(), () -> Tap.NONE);
        start();
    }

    /** @param prefix keeps one row's topics apart from another's */
    KafkaEndpoint endpoint(String prefix) {
        return new KafkaEndpoint("127.0.0.1:" + proxy.port(), new TopicPrefix(prefix));
    }

    public boolean isAlive() {
        return broker.isAlive();
    }

    public void signal(Signal signal) {
        broker.signal(signal);
    }

    /** Starts it again on its folder after it was killed; returns once it serves clients. */
    public void start() {
        broker.start(proxy.port());
    }

    /** Kills it, if it has not ended by itself, and starts it again. */
    public void restart() {
        signal(Signal.KILL);
        start();
    }

    /** Lets it serve again, whatever was done to it. */
    public void revive() {
        proxy.slow(Slowness.NONE);
        if (broker.isAlive()) {
            broker.signal(Signal.CONT);
        } else {
            start();
        }
    }

    /** Slows every connection to it, each for itself. */
    public void slow(Slowness slowness) {
        proxy.slow(slowness);
    }

    @Override
    public void close() {
        broker.close();
        proxy.close();
    }
}
