package plumbline.standalone.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Profile;
import plumbline.simulator.device.DeviceMessage;
import plumbline.simulator.device.VirtualDevice;
import plumbline.simulator.wearer.Chance;
import plumbline.simulator.wearer.Spell;
import plumbline.simulator.wearer.Stretch;
import plumbline.simulator.wearer.Wearer;
import plumbline.streams.device.DeviceInput;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.device.DeviceState;
import plumbline.streams.device.Effect;
import plumbline.streams.device.LoneDevice;

/**
 * One wearer's days, second by second: the device sends, the machine decides, the wearer reacts. Nothing is between them, and
 * history is read back at once. It goes on until the machine has forgotten the device.
 */
final class WearerRun {
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final int STEP_MILLIS = VirtualDevice.INTERVAL_MILLIS;

    /** How often a device looks for what it has to send again. */
    private static final int AGAIN_MILLIS = 60_000;

    private final VirtualDevice device;
    private final LoneDevice known;
    private final long startMillis;
    private final long endMillis;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Spell> spells = new ArrayList<>();
    private final UploadArchive archive = new UploadArchive();
    private final SentReadings sent;
    private long nowMillis;

    private WearerRun(VerifyPlan plan, int index, Chance chance, DeviceMachine machine) {
        Instant start = plan.start(index);
        startMillis = start.toEpochMilli();
        endMillis = plan.end(index).toEpochMilli();
        sent = new SentReadings(startMillis);
        Wearer wearer = new Wearer(chance.fork(), plan.persona(index), start, null);
        wearer.tell(stretches::add);
        device = new VirtualDevice(
                new DeviceId("sim-" + index), wearer, chance.fork(), start, plan.connect(index), PATIENCE);
        known = new LoneDevice(device.id(), machine, archive::since, this::carryOut);
        Profile profile = new Profile(1, plan.zone(index).getId(), null, null, false, null);
        advance(new DeviceInput.ProfileChanged(profile), startMillis);
    }

    static WearerLog of(VerifyPlan plan, int index, Chance chance, DeviceMachine machine) {
        return new WearerRun(plan, index, chance, machine).run();
    }

    private WearerLog run() {
        for (long now = startMillis; now <= endMillis; now += STEP_MILLIS) {
            wake(now);
            hear(device.advance(now), now);
            if ((now - startMillis) % AGAIN_MILLIS == 0) {
                hear(device.sendAgain(now), now);
                spells.addAll(device.takeSpells());
            }
        }
        hear(device.finish(), endMillis);
        spells.addAll(device.takeSpells());
        while (known.wakesAt() != DeviceState.NEVER) {
            wake(known.wakesAt());
        }
        return new WearerLog(
                stretches,
                spells,
                sent,
                known.episodes().stream().map(FoundEpisode::new).toList(),
                known.days(),
                device.readings() - sent.count());
    }

    private void wake(long nowMillis) {
        if (known.wakesAt() <= nowMillis) {
            advance(new DeviceInput.TimePassed(), nowMillis);
        }
    }

    private void hear(List<DeviceMessage> messages, long nowMillis) {
        for (DeviceMessage message : messages) {
            if (message instanceof DeviceMessage.Readings read) {
                hear(read.upload(), nowMillis);
            } else if (message instanceof DeviceMessage.Said said) {
                advance(new DeviceInput.AnswerArrived(said.answer()), nowMillis);
            }
        }
    }

    private void hear(Upload upload, long nowMillis) {
        sent.add(upload);
        archive.add(upload, nowMillis);
        advance(new DeviceInput.UploadArrived(upload), nowMillis);
    }

    private void advance(DeviceInput input, long atMillis) {
        nowMillis = atMillis;
        known.advance(input, atMillis);
    }

    private void carryOut(Effect effect) {
        if (effect instanceof Effect.ReminderRaised raised) {
            device.receive(raised.reminder(), nowMillis);
        } else if (effect instanceof Effect.StoredUpTo stored) {
            device.stored(stored.watermark());
        } else if (effect instanceof Effect.InputRejected rejected) {
            throw new IllegalStateException(device.id() + ": " + rejected);
        }
    }
}
