package plumbline.standalone.faults.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;
import plumbline.streams.device.DeviceInput;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.device.Effect;
import plumbline.streams.device.LoneDevice;
import plumbline.streams.history.SentUpload;

class WearersTest {
    private static final long BEGIN = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final int DEVICES = 20;
    private static final int MINUTE = 60_000;

    private final List<Delivery> arrived = new ArrayList<>();

    private Wearers played(Disturbance disturbance) {
        Wearers wearers = new Wearers("d", DEVICES, 42, BEGIN, disturbance);
        for (long now = BEGIN; now < BEGIN + MINUTE; now += 20) {
            wearers.advance(now, arrived::add);
        }
        wearers.end();
        for (long now = BEGIN + MINUTE; !wearers.areDone(); now += 20) {
            wearers.advance(now, arrived::add);
        }
        return wearers;
    }

    /** What a pipeline without faults would tell of what arrived. */
    private static Told told(List<Delivery> deliveries) {
        Told told = new Told();
        pipeline(deliveries, told);
        return told;
    }

    private static void pipeline(List<Delivery> deliveries, Told told) {
        Expectation pipeline = new Expectation(Map.of(), told);
        deliveries.forEach(pipeline::take);
    }

    @Test
    void uploadsArriveInTheOrderOfTheirArrivalAndAreCounted() {
        Wearers wearers = played(Disturbance.NONE);

        assertThat(arrived).isSortedAccordingTo(Comparator.comparingLong(Delivery::arrivalMillis));
        assertThat(wearers.sent()).isEqualTo(arrived.size()).isGreaterThan(DEVICES * 60);
    }

    @Test
    void aPipelineThatDoesItsWorkIsFoundToBeComplete() {
        Comparison comparison = played(Disturbance.NONE).compare(told(arrived));

        assertThat(comparison.isComplete()).isTrue();
        assertThat(comparison.extra()).isEmpty();
        assertThat(comparison.expected()).isEqualTo(comparison.seen()).isGreaterThan(DEVICES);
    }

    @Test
    void oneLostUploadIsFoundOut() {
        Wearers wearers = played(Disturbance.NONE);
        List<Delivery> holed = new ArrayList<>(arrived);
        holed.remove(arrived.size() / 2);

        assertThat(wearers.compare(told(holed)).otherEpisodes()).isNotEmpty();
    }

    @Test
    void aStateLostMidwayIsFoundOut() {
        Wearers wearers = played(Disturbance.NONE);

        Comparison comparison = wearers.compare(told(arrived.subList(arrived.size() / 2, arrived.size())));

        assertThat(comparison.missing()).isNotEmpty();
        assertThat(comparison.strangeEpisodes()).isNotEmpty();
        assertThat(comparison.isComplete()).isFalse();
    }

    @Test
    void aReminderPublishedTwiceIsNeitherMissingNorExtra() {
        Wearers wearers = played(Disturbance.NONE);
        Told told = new Told();
        pipeline(arrived, told);
        pipeline(arrived, told);

        Comparison comparison = wearers.compare(told);

        assertThat(comparison.isComplete()).isTrue();
        assertThat(comparison.extra()).isEmpty();
        assertThat(comparison.twice()).isEqualTo(comparison.expected());
    }

    @Test
    void whatIsToldOfDevicesWithAWrongClockIsNotCompared() {
        Wearers wearers = played(new WrongClocks(10));

        Comparison comparison = wearers.compare(told(arrived));

        assertThat(comparison.isComplete()).isTrue();
        assertThat(comparison.extra()).isEmpty();
    }

    @Test
    void thePastOfLateUploadsIsWhatTheirWearersDidThen() {
        Wearers wearers = played(new LateUploads());

        Comparison comparison = wearers.compare(mended(arrived));

        assertThat(comparison.isComplete()).isTrue();
        assertThat(comparison.extra()).isEmpty();
        assertThat(comparison.past()).isGreaterThan(DEVICES);
    }

    @Test
    void pastThatIsNotMendedIsFoundOut() {
        Comparison comparison = played(new LateUploads()).compare(told(arrived));

        assertThat(comparison.extra()).isEmpty();
        assertThat(comparison.missing()).isEmpty();
        assertThat(comparison.otherPast()).isNotEmpty();
        assertThat(comparison.isComplete()).isFalse();
    }

    /** What is told where history is read back at once, and time goes on for ten minutes after the last upload. */
    private static Told mended(List<Delivery> deliveries) {
        Told told = new Told();
        DeviceMachine machine = new DeviceMachine(QuickRules.settings());
        Map<DeviceId, List<SentUpload>> sent = new LinkedHashMap<>();
        Map<DeviceId, LoneDevice> devices = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            DeviceId id = delivery.device();
            List<SentUpload> log = sent.computeIfAbsent(id, device -> new ArrayList<>());
            LoneDevice device = devices.computeIfAbsent(
                    id, fresh -> new LoneDevice(fresh, machine, since -> log, effect -> note(effect, told)));
            passTo(delivery.arrivalMillis(), device);
            log.add(new SentUpload(delivery.upload(), delivery.arrivalMillis()));
            device.advance(new DeviceInput.UploadArrived(delivery.upload()), delivery.arrivalMillis());
        }
        long end = deliveries.get(deliveries.size() - 1).arrivalMillis() + 600_000;
        devices.values().forEach(device -> passTo(end, device));
        return told;
    }

    private static void passTo(long millis, LoneDevice device) {
        while (device.wakesAt() <= millis) {
            device.advance(new DeviceInput.TimePassed(), device.wakesAt());
        }
    }

    private static void note(Effect effect, Told told) {
        if (effect instanceof Effect.ReminderRaised raised) {
            told.reminder(raised.reminder());
        } else if (effect instanceof Effect.EpisodeChanged changed) {
            told.episode(changed.episode());
        } else if (effect instanceof Effect.EpisodeRetracted retracted) {
            told.retracted(retracted.id());
        }
    }
}
