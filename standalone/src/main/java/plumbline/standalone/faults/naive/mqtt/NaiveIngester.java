package plumbline.standalone.faults.naive.mqtt;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import plumbline.contract.device.DeviceTopicKind;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.TopicPrefix;
import plumbline.contract.operator.OpsOptions;
import plumbline.contract.operator.Service;
import plumbline.contract.operator.ServiceException;
import plumbline.contract.operator.ServiceRunner;
import plumbline.ingest.intake.InboundPublish;
import plumbline.ingest.intake.IntakeEpoch;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.UploadIntake;
import plumbline.ingest.kafka.UploadProducer;

/**
 * The main class of an ingester as tutorials show it: one client with automatic reconnect, and messages confirmed by another
 * thread: {@code MQTT KAFKA PREFIX CLIENT-ID OPS-PORT}. It loses messages; the suite has to see that.
 */
public final class NaiveIngester implements MqttCallback, Service {
    private static final int RECEIVE_MAXIMUM = 500;
    private static final int QOS = 1;

    private final MqttAsyncClient client;
    private final UploadIntake intake = new UploadIntake();
    private final IntakeLog log;
    private final ExecutorService acks = Executors.newSingleThreadExecutor();

    private NaiveIngester(MqttAsyncClient client, IntakeLog log) {
        this.client = client;
        this.log = log;
    }

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws MqttException {
        Logger.getLogger("org.eclipse.paho.mqttv5").setLevel(Level.OFF);
        KafkaEndpoint kafka = new KafkaEndpoint(arguments[1], new TopicPrefix(arguments[2]));
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        UploadProducer producer =
                UploadProducer.connect(kafka, arguments[3], IntakeEpoch.MAX_WAITING_BYTES, registry, () -> false);
        MqttAsyncClient client = new MqttAsyncClient(arguments[0], arguments[3], new MemoryPersistence());
        OpsOptions ops = new OpsOptions(Integer.parseInt(arguments[4]));
        System.exit(ServiceRunner.run(new NaiveIngester(client, producer), ops, registry));
    }

    @Override
    public String name() {
        return "naive";
    }

    @Override
    public void start() {
        client.setCallback(this);
        client.setManualAcks(true);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setAutomaticReconnect(true);
        options.setAutomaticReconnectDelay(1, 1);
        options.setCleanStart(false);
        options.setSessionExpiryInterval(86_400L);
        options.setReceiveMaximum(RECEIVE_MAXIMUM);
        try {
            client.connect(options).waitForCompletion();
            client.subscribe(DeviceTopicKind.READINGS.filter(), QOS).waitForCompletion();
        } catch (MqttException e) {
            throw new ServiceException("can't begin: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean isReady() {
        return client.isConnected();
    }

    @Override
    public Optional<String> fault() {
        return Optional.empty();
    }

    @Override
    public void close() {
        acks.shutdownNow();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        InboundPublish publish = InboundPublish.of(
                message.getId(),
                topic,
                message.getPayload(),
                message.getProperties().getContentType(),
                Clock.systemUTC().instant());
        log.append(intake.judge(publish), new IntakeLog.Outcome() {
            @Override
            public void stored() {
                acks.execute(() -> acknowledge(message.getId()));
            }

            @Override
            public void failed(String cause) {}
        });
    }

    private void acknowledge(int packetId) {
        try {
            client.messageArrivedComplete(packetId, QOS);
        } catch (MqttException e) {
            // comes again, the tutorials hope
        }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException exception) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
