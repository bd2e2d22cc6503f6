package plumbline.standalone.faults.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void thePastOfLateUploadsIsToldApart() {
        Comparison comparison = played(new LateUploads()).compare(told(arrived));

        assertThat(comparison.extra()).isEmpty();
        assertThat(comparison.missing()).isEmpty();
    }
}
