package plumbline.simulator.device;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceConnection;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.StoredWatermark;
import plumbline.contract.event.Reminder;
import plumbline.simulator.wearer.Chance;
import plumbline.simulator.wearer.Spell;
import plumbline.simulator.wearer.Wearer;

/**
 * A wearable on a synthetic wearer, as a state machine in device time. It takes a reading a second, sends five at a
 * time, or a minute at a time what it took while it was not connected; it keeps all of it until it is told that it is stored.
 */
public final class VirtualDevice {
    public static final int INTERVAL_MILLIS = 1_000;
    public static final int READINGS_PER_UPLOAD = 5;
    public static final int READINGS_PER_STORED_UPLOAD = 60;

    /** More reminders than this at once find the wearer deaf. */
    static final int MAX_REACTIONS = 32;

    private final DeviceId id;
    private final Wearer wearer;
    private final SensorModel sensors;
    private final ReadingLog log;
    private final Reach reach;
    private final Reactions reactions;
    private final Battery battery;
    private final FlashStore store;
    private final Queue<Answer> unsaid = new ArrayDeque<>();
    private final SeenReminders seen = new SeenReminders();
    private final Queue<Reaction> planned = new PriorityQueue<>(Comparator.comparingLong(Reaction::atMillis));
    private long nextMillis;
    private boolean connected;
    private boolean powered = true;
    private long readings;

    /**
     * @param start when the wearer begins, and the device takes its first reading
     * @param connect when the device connects for the first time; what it took until then it stores. Its boots are
     *     numbered from there, so that the same wearer in a later run is the same device, started again
     * @param patience how long it waits to hear that an upload is stored before it sends it again
     */
    public VirtualDevice(DeviceId id, Wearer wearer, Chance chance, Instant start, Instant connect, Duration patience) {
        this.id = id;
        this.wearer = wearer;
        this.nextMillis = start.toEpochMilli();
        this.sensors = new SensorModel(chance.fork());
        this.reach = new Reach(wearer.persona().coverage(), chance.fork(), connect.toEpochMilli());
        this.reactions = new Reactions(wearer.persona().answering(), chance.fork());
        this.store = new FlashStore(patience);
        this.battery = new Battery(chance.between(60.0, 100.0));
        this.log = new ReadingLog(sensors.calibration(), INTERVAL_MILLIS, connect.getEpochSecond());
    }

    public DeviceId id() {
        return id;
    }

    /** How many readings it has taken. Readings lost to a full store count too. */
    public long readings() {
        return readings;
    }

    /** Everything that happens up to {@code nowMillis}, in order. */
    public List<DeviceMessage> advance(long nowMillis) {
        List<DeviceMessage> out = new ArrayList<>();
        while (nextMillis <= nowMillis) {
            step(nextMillis, out);
            nextMillis += INTERVAL_MILLIS;
        }
        return out;
    }

    /** Shows a reminder to the wearer; false where it was shown before. */
    public boolean receive(Reminder reminder, long nowMillis) {
        if (!seen.add(reminder.id())) {
            return false;
        }
        if (planned.size() < MAX_REACTIONS) {
            planned.add(reactions.draw(reminder, Math.max(nowMillis, nextMillis)));
        }
        return true;
    }

    /** The spells that ended since the last call. */
    public List<Spell> takeSpells() {
        return wearer.takeSpells();
    }

    /** Ends the simulation where it stands: sends what is not sent yet, and cuts off the spells that go on. */
    public List<DeviceMessage> finish() {
        List<DeviceMessage> out = new ArrayList<>();
        wearer.finish(nextMillis);
        if (log.size() > 0) {
            cut(nextMillis, out);
        }
        return out;
    }

    private void step(long millis, List<DeviceMessage> out) {
        react(millis, out);
        reach.advance(millis);
        power(millis, out);
        connect(millis, out);
        if (powered) {
            Sample sample = sensors.measure(millis, wearer.at(millis));
            battery.advance(sample.activity());
            log.add(sample);
            readings++;
        }
        if (log.size() >= (connected ? READINGS_PER_UPLOAD : READINGS_PER_STORED_UPLOAD)) {
            cut(millis, out);
        }
    }

    private void power(long millis, List<DeviceMessage> out) {
        boolean now = reach.isPowered(millis);
        if (powered && !now && log.size() > 0) {
            cut(millis, out);
        }
        if (!powered && now) {
            log.reboot();
        }
        powered = now;
    }

    private void connect(long millis, List<DeviceMessage> out) {
        boolean now = reach.isConnected(millis);
        if (!now && connected) {
            out.add(new DeviceMessage.Offline());
        }
        if (now && !connected) {
            out.add(new DeviceMessage.Online(status()));
            catchUp(millis, out);
        }
        connected = now;
    }

    /** What the device says about itself when it connects. */
    public DeviceConnection status() {
        return new DeviceConnection(
                1, DeviceConnection.State.ONLINE, log.boot(), battery.percent(), ReadingLog.FIRMWARE);
    }

    private void catchUp(long millis, List<DeviceMessage> out) {
        if (log.size() > 0) {
            cut(millis, out);
        }
        sendUnsent(millis, out);
        while (!unsaid.isEmpty()) {
            out.add(new DeviceMessage.Said(unsaid.remove()));
        }
    }

    private void cut(long millis, List<DeviceMessage> out) {
        store.add(log.cut(millis, battery.percent(), !connected));
        if (connected) {
            sendUnsent(millis, out);
        }
    }

    private void sendUnsent(long millis, List<DeviceMessage> out) {
        store.takeUnsent(millis).forEach(upload -> out.add(new DeviceMessage.Readings(upload)));
    }

    /** What it sends again since it has not heard that it is stored. */
    public List<DeviceMessage> sendAgain(long nowMillis) {
        List<DeviceMessage> out = new ArrayList<>();
        if (connected) {
            store.takeOverdue(nowMillis).forEach(upload -> out.add(new DeviceMessage.Readings(upload)));
        }
        return out;
    }

    /** Frees what is stored. */
    public void stored(StoredWatermark watermark) {
        store.covered(watermark);
    }

    /** How many uploads it holds that may not be stored yet. */
    public int held() {
        return store.size();
    }

    private void react(long millis, List<DeviceMessage> out) {
        Reaction reaction = planned.peek();
        while (reaction != null && reaction.atMillis() <= millis) {
            planned.remove();
            move(reaction);
            for (Answer answer : reaction.answers()) {
                if (connected) {
                    out.add(new DeviceMessage.Said(answer));
                } else {
                    unsaid.add(answer);
                }
            }
            reaction = planned.peek();
        }
    }

    private void move(Reaction reaction) {
        switch (reaction.move()) {
            case CORRECT -> wearer.correctPosture(reaction.atMillis());
            case STAND_UP -> wearer.standUp(reaction.atMillis());
            case NONE -> {}
        }
    }
}
