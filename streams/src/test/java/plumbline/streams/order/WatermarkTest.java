package plumbline.streams.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.StoredWatermark;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** How far the readings of a device go without a hole. */
class WatermarkTest {
    private SeenReadings seen = new SeenReadings();

    @Test
    void beginsWithTheFirstReadingOfABoot() {
        seen.add(7, 0, 10);

        assertThat(seen.tell()).containsExactly(StoredWatermark.of(7, 9));
    }

    @Test
    void isToldOnceUntilItAdvances() {
        seen.add(7, 0, 10);
        seen.tell();
        assertThat(seen.hasUntold()).isFalse();

        seen.add(7, 0, 10);
        assertThat(seen.hasUntold()).isFalse();

        seen.add(7, 10, 1);
        assertThat(seen.tell()).containsExactly(StoredWatermark.of(7, 10));
    }

    @Test
    void isHeldBackByAHoleAndJumpsOverWhatIsBehindIt() {
        seen.add(7, 0, 10);
        seen.add(7, 11, 9);
        assertThat(seen.tell()).containsExactly(StoredWatermark.of(7, 9));

        seen.add(7, 10, 1);
        assertThat(seen.tell()).containsExactly(StoredWatermark.of(7, 19));
    }

    @Test
    void saysNothingWhereTheBeginningIsUnknown() {
        seen.add(7, 1, 10);

        assertThat(seen.hasUntold()).isFalse();
        assertThat(seen.tell()).isEmpty();
    }

    @Test
    void beginsWhereTheDeviceSaysThatItHoldsNothingFromBefore() {
        seen.add(7, 5_000, 10);
        seen.giveUpBefore(7, 5_000);

        assertThat(seen.tell()).containsExactly(StoredWatermark.of(7, 5_009));
    }

    @Test
    void passesAHoleThatTheDeviceHasGivenUpAndNoOther() {
        seen.add(7, 0, 10);
        seen.add(7, 20, 10);
        seen.add(7, 40, 10);
        seen.giveUpBefore(7, 19);
        assertThat(seen.tell()).containsExactly(StoredWatermark.of(7, 18));

        seen.giveUpBefore(7, 20);
        assertThat(seen.tell()).containsExactly(StoredWatermark.of(7, 29));
    }

    @Test
    void neverGoesBack() {
        seen.add(7, 0, 10);
        seen.giveUpBefore(7, 3);

        assertThat(seen.tell()).containsExactly(StoredWatermark.of(7, 9));
    }

    @Test
    void eachBootHasItsOwnTheEarlierOneIsToldFirst() {
        seen.add(8, 0, 5);
        seen.add(7, 0, 10);

        assertThat(seen.tell()).containsExactly(StoredWatermark.of(7, 9), StoredWatermark.of(8, 4));
    }

    @Test
    void isToldAgainOnceForgotten() {
        seen.add(7, 0, 10);
        seen.tell();
        seen.forgetTold(7);

        assertThat(seen.tell()).containsExactly(StoredWatermark.of(7, 9));
    }

    @Test
    void aHoleClosedForWantOfRoomIsStillAHole() {
        for (int i = 0; i <= SeenReadings.MAX_RANGES; i++) {
            seen.add(7, i * 10L, 1);
        }

        assertThat(seen.add(7, 5, 1).isEmpty()).as("it counts as seen").isTrue();
        assertThat(seen.tell()).containsExactly(StoredWatermark.of(7, 0));
    }

    @Test
    void itCatchesUpOnceTheDeviceSendsAgainWhatLayInAClosedHole() {
        for (int i = 0; i <= SeenReadings.MAX_RANGES; i++) {
            seen.add(7, i * 10L, 1);
        }
        seen.add(7, 1, 8);
        assertThat(seen.tell()).as("9 is missing").containsExactly(StoredWatermark.of(7, 8));

        seen.add(7, 9, 1);
        assertThat(seen.tell()).as("10 is in truth there").containsExactly(StoredWatermark.of(7, 10));
    }

    /** Uploads come in any order, some twice, some lost and sent again; the device gives up some. */
    @RepeatedTest(200)
    void coversNothingThatIsNeitherSeenNorGivenUpAndReachesTheEnd(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Set<Long> stored = new TreeSet<>();
        long givenUp = 0;
        long end = 400;
        for (int i = 0; i < 120; i++) {
            long seq = random.nextInt((int) end - 5);
            int count = 1 + random.nextInt(5);
            take(stored, seq, count);
            if (random.nextInt(40) == 0) {
                givenUp = Math.max(givenUp, random.nextInt(100));
                seen.giveUpBefore(1, givenUp);
            }
            requireTruth(seed, stored, givenUp);
        }
        for (long seq = givenUp; seq < end; seq += 5) {
            take(stored, seq, (int) Math.min(5, end - seq));
            requireTruth(seed, stored, givenUp);
        }
        assertThat(seen.covers(1, end)).as("seed %d", seed).isTrue();
        assertThat(seen.covers(1, end + 1)).as("seed %d", seed).isFalse();
    }

    private void take(Set<Long> stored, long seq, int count) {
        seen.add(1, seq, count);
        for (int j = 0; j < count; j++) {
            stored.add(seq + j);
        }
        StateWriter out = new StateWriter();
        seen.write(out);
        seen = SeenReadings.read(new StateReader(out.toBytes()));
    }

    private void requireTruth(long seed, Set<Long> stored, long givenUp) {
        seen.forgetTold(1);
        for (StoredWatermark watermark : seen.tell()) {
            for (long seq = givenUp; seq <= watermark.seq(); seq++) {
                assertThat(stored).as("seed %d: %s", seed, watermark).contains(seq);
            }
        }
    }
}
