package plumbline.simulator.load;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.DeviceConnection;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.DeviceTopicKind;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.StoredWatermark;
import plumbline.contract.device.Upload;
import plumbline.simulator.device.FlashStore;
import plumbline.simulator.mqtt.DeviceInbox;
import plumbline.simulator.mqtt.DeviceLink;
import plumbline.simulator.mqtt.Outbox;
import plumbline.simulator.mqtt.Packet;
import plumbline.simulator.roster.UploadEncoding;

/** One device of a load: its upload {@code n} holds the readings from {@code n} times their number on, all upright. */
final class LoadDevice {
    private static final long BOOT = 1;
    private static final int UPRIGHT_DECIDEGREES = 30;
    private static final DeviceConnection ONLINE =
            new DeviceConnection(1, DeviceConnection.State.ONLINE, BOOT, null, null);

    /** A watermark comes every half minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final LoadPlan plan;
    private final DeviceId id;
    private final LoadLedger ledger;
    private final UploadEncoding encoding;
    private final DeviceLink link;
    private final Outbox outbox;
    private final int intervalMillis;
    private final AngleColumn angles;
    private final FlashStore flash = new FlashStore(PATIENCE);
    private final Map<Packet, Integer> underWay = new ConcurrentHashMap<>();
    private int next;

    LoadDevice(
            LoadPlan plan,
            int index,
            UploadEncoding encoding,
            LoadLedger ledger,
            BiFunction<DeviceId, DeviceInbox, DeviceLink> links) {
        this.plan = plan;
        this.id = plan.device(index);
        this.ledger = ledger;
        this.encoding = encoding;
        this.link = links.apply(id, this::take);
        this.outbox = new Outbox(this::publish);
        this.intervalMillis = Math.max(1, 1_000 * plan.devices() / plan.uploadsPerSecond() / plan.readingsPerUpload());
        int[] upright = new int[plan.readingsPerUpload()];
        Arrays.fill(upright, UPRIGHT_DECIDEGREES);
        this.angles = AngleColumn.ofDecidegrees(upright);
    }

    CompletableFuture<?> connect() {
        return link.connect(ONLINE);
    }

    private CompletableFuture<?> publish(Packet packet) {
        return link.publish(packet).thenRun(() -> {
            Integer number = underWay.remove(packet);
            if (number != null) {
                ledger.acknowledged(id.value(), number);
            }
        });
    }

    private synchronized void take(DeviceTopicKind kind, byte[] payload) {
        if (kind == DeviceTopicKind.STORED
                && EventJson.decode(payload, StoredWatermark.class)
                        instanceof Decoded.Accepted<StoredWatermark> accepted) {
            flash.covered(accepted.value());
        }
    }

    /** Sends the next upload; where the queue to the broker is full it is not sent, and never will be. */
    synchronized void sendNext(Clock clock) {
        ledger.due();
        if (!outbox.hasRoom()) {
            return;
        }
        int number = next++;
        ledger.sent(id.value(), number);
        if (plan.isPoison(number)) {
            add(number, Poison.of(number));
        } else {
            Upload upload = upload(number, clock.millis());
            if (plan.resends()) {
                flash.add(upload);
                flash.takeUnsent(clock.millis()).forEach(taken -> add(number, encoding.encode(taken)));
            } else {
                add(number, encoding.encode(upload));
            }
        }
    }

    /** Sends again what is not known to be stored. */
    synchronized void sendAgain(Clock clock) {
        outbox.retry();
        if (outbox.isEmpty()) {
            List<Upload> overdue = flash.takeOverdue(clock.millis());
            overdue.forEach(upload -> add((int) (upload.seq() / plan.readingsPerUpload()), encoding.encode(upload)));
        }
    }

    private void add(int number, byte[] payload) {
        Packet packet =
                new Packet(DeviceTopicKind.READINGS.of(id), payload, encoding.stated() ? encoding.form() : null);
        underWay.put(packet, number);
        outbox.add(packet);
    }

    private Upload upload(int number, long nowMillis) {
        long length = (long) intervalMillis * (plan.readingsPerUpload() - 1);
        return new Upload(
                BOOT,
                (long) number * plan.readingsPerUpload(),
                SamplingTimes.every(nowMillis - length, intervalMillis),
                angles,
                AngleColumn.EMPTY,
                List.of(Activity.STANDING),
                nowMillis,
                Mount.C7,
                new Calibration("load", 0, 0),
                List.of(),
                -1,
                "",
                false,
                -1);
    }

    Outbox outbox() {
        return outbox;
    }
}
