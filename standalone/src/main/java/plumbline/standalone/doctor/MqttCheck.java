package plumbline.standalone.doctor;

import static plumbline.standalone.doctor.finding.Finding.fine;
import static plumbline.standalone.doctor.finding.Finding.look;
import static plumbline.standalone.doctor.finding.Finding.wrong;

import java.time.Duration;
import java.util.function.Consumer;
import plumbline.contract.device.Upload;
import plumbline.contract.mqtt.BrokerTerms;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.mqtt.MqttUnavailableException;
import plumbline.standalone.doctor.finding.Finding;

/** What the MQTT broker allows, and whether it keeps what it has acknowledged. */
final class MqttCheck {
    private static final String SUBJECT = "mqtt";
    private static final long ROOM_FOR_OVERSIZE = 4L * Upload.MAX_BYTES;
    private static final Duration LONG_ENOUGH = Duration.ofDays(1);

    private final MqttEndpoint broker;
    private final int probes;

    MqttCheck(MqttEndpoint broker, int probes) {
        this.broker = broker;
        this.probes = probes;
    }

    void run(Consumer<Finding> findings) {
        try (PausedSession session = PausedSession.begin(broker)) {
            findings.accept(fine(SUBJECT, broker.address() + " speaks MQTT 5"));
            terms(session.terms(), findings);
            findings.accept(kept(probes, session.probe(probes)));
            findings.accept(durable());
        } catch (MqttUnavailableException e) {
            findings.accept(wrong(SUBJECT, String.valueOf(e.getMessage())));
        }
    }

    static void terms(BrokerTerms terms, Consumer<Finding> findings) {
        findings.accept(expiry(terms.sessionExpiry()));
        findings.accept(packets(terms.maxPacketBytes()));
        findings.accept(
                terms.retains()
                        ? fine(SUBJECT, "retained messages are kept")
                        : wrong(SUBJECT, "no retained messages: devices can't learn what is stored; allow them"));
        findings.accept(
                terms.shares()
                        ? fine(SUBJECT, "subscriptions can be shared")
                        : look(SUBJECT, "no shared subscriptions: ingest can have one connection only"));
    }

    private static Finding expiry(Duration granted) {
        return granted.compareTo(LONG_ENOUGH) < 0
                ? wrong(
                        SUBJECT,
                        "sessions end after " + granted.toSeconds()
                                + " s: what comes while ingest is away for longer is lost; Mosquitto:"
                                + " persistent_client_expiration 14d")
                : fine(SUBJECT, "sessions are kept for " + granted.toHours() + " h");
    }

    private static Finding packets(long most) {
        if (most < Upload.MAX_BYTES) {
            return wrong(
                    SUBJECT,
                    "packets of at most " + most + " bytes, and an upload may have " + Upload.MAX_BYTES
                            + ": its device is cut off; Mosquitto: max_packet_size " + ROOM_FOR_OVERSIZE);
        }
        return most < ROOM_FOR_OVERSIZE
                ? look(
                        SUBJECT,
                        "packets of at most " + most
                                + " bytes: an upload that is too large cuts its device off instead of"
                                + " reaching the dead letters; Mosquitto: max_packet_size " + ROOM_FOR_OVERSIZE)
                : fine(SUBJECT, "uploads that are too large reach the dead letters");
    }

    /** Nothing but its end would tell, and that is not ours to bring about. */
    private static Finding durable() {
        return look(
                SUBJECT,
                "whether it keeps what it has acknowledged when it is killed can't be seen from here; Mosquitto:"
                        + " persistence true, autosave_interval 1");
    }

    static Finding kept(int sent, PausedSession.Result result) {
        if (result.acknowledged() < sent) {
            return wrong(
                    SUBJECT,
                    "of " + sent + " messages to plumbline/doctor/... the broker took " + result.acknowledged()
                            + ": nothing can be said of what it keeps; let this client publish and subscribe there");
        }
        String counts = result.acknowledged() + " messages acknowledged while ingest was away, " + result.cameBack()
                + " came back";
        if (!result.sessionKept()) {
            return wrong(SUBJECT, counts + ": the session was not kept; let the broker keep sessions");
        }
        if (result.cameBack() < result.acknowledged()) {
            return wrong(
                    SUBJECT,
                    counts + ": the broker drops what it has acknowledged; Mosquitto: max_queued_messages 0 and"
                            + " max_queued_bytes for as much as you have room for; HiveMQ: mqtt / queued-messages /"
                            + " max-queue-size");
        }
        return fine(SUBJECT, counts);
    }
}
