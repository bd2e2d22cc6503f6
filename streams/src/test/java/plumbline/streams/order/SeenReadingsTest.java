package plumbline.streams.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** The first reading of an identity wins; the memory of identities is bounded. */
class SeenReadingsTest {
    private static final long MAX_UINT32 = 0xFFFF_FFFFL;

    private final SeenReadings seen = new SeenReadings();

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }

    @Test
    void whatWasNotSeenIsNew() {
        assertThat(seen.add(1, 0, 3)).isEqualTo(bits(0, 1, 2));
    }

    @Test
    void theSameUploadAgainIsNothingNew() {
        seen.add(1, 10, 5);

        assertThat(seen.add(1, 10, 5)).isEqualTo(bits());
    }

    @Test
    void ofAnOverlapOnlyTheRestIsNew() {
        seen.add(1, 10, 5);

        assertThat(seen.add(1, 8, 10)).as("8, 9 and 15, 16, 17").isEqualTo(bits(0, 1, 7, 8, 9));
        assertThat(seen.add(1, 8, 10)).isEqualTo(bits());
    }

    @Test
    void aHoleIsFilledLater() {
        seen.add(1, 0, 10);
        seen.add(1, 20, 10);

        assertThat(seen.add(1, 9, 12)).isEqualTo(bits(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        assertThat(seen.add(1, 0, 30)).isEqualTo(bits());
    }

    @Test
    void whatCameBeforeTheFirstOneSeenIsNew() {
        seen.add(1, 100, 10);

        assertThat(seen.add(1, 90, 10).cardinality()).isEqualTo(10);
    }

    @Test
    void afterARestartTheSameNumbersAreNew() {
        seen.add(1, 0, 10);

        assertThat(seen.add(2, 0, 10).cardinality()).isEqualTo(10);
        assertThat(seen.add(1, 0, 10)).isEqualTo(bits());
    }

    @Test
    void whatLaterOnesOfItsBootCameBeforeWasOvertaken() {
        assertThat(seen.place(1, 0)).isEqualTo(Place.FIRST);
        seen.add(1, 10, 10);

        assertThat(seen.place(1, 19)).isEqualTo(Place.OVERTAKEN);
        assertThat(seen.place(1, 20)).isEqualTo(Place.NEXT);
    }

    @Test
    void aBootThatALaterOneCameBeforeWasOvertaken() {
        seen.add(1, 0, 10);
        assertThat(seen.place(2, 0)).isEqualTo(Place.NEW_BOOT);
        seen.add(2, 0, 10);

        assertThat(seen.place(1, 10)).isEqualTo(Place.OVERTAKEN);
        assertThat(seen.place(2, 10)).isEqualTo(Place.NEXT);
    }

    @Test
    void sixteenRangesAreKept() {
        for (int i = 0; i < SeenReadings.MAX_RANGES; i++) {
            seen.add(1, i * 10L, 1);
        }

        assertThat(seen.add(1, 5, 1)).as("the lowest hole is still one").isEqualTo(bits(0));
    }

    @Test
    void aSeventeenthRangeClosesTheLowestHole() {
        for (int i = 0; i <= SeenReadings.MAX_RANGES; i++) {
            seen.add(1, i * 10L, 1);
        }

        assertThat(seen.add(1, 5, 1)).isEqualTo(bits());
        assertThat(seen.add(1, 15, 1)).as("the hole above").isEqualTo(bits(0));
    }

    @Test
    void rangesThatMeetAreOne() {
        seen.add(1, 0, 1);
        for (int i = 30; i > 0; i--) {
            seen.add(1, i * 10L, 10);
        }

        assertThat(seen.add(1, 5, 1)).as("no hole was closed for want of room").isEqualTo(bits(0));
    }

    @Test
    void fourBootsAreKept() {
        for (int boot = 1; boot <= SeenReadings.MAX_BOOTS; boot++) {
            seen.add(boot, 0, 10);
        }

        assertThat(seen.add(1, 0, 10)).isEqualTo(bits());
    }

    @Test
    void aFifthBootForgetsTheOneMetLongestAgo() {
        for (int boot = 1; boot <= SeenReadings.MAX_BOOTS; boot++) {
            seen.add(boot, 0, 10);
        }
        seen.add(1, 0, 10);
        seen.add(5, 0, 10);

        assertThat(seen.add(1, 0, 10)).isEqualTo(bits());
        assertThat(seen.add(2, 0, 10).cardinality()).isEqualTo(10);
    }

    @Test
    void aDeviceThatCountsItsBootsFromTheBeginningAgainIsKeptTrackOf() {
        for (int boot = 11; boot <= 10 + SeenReadings.MAX_BOOTS; boot++) {
            seen.add(boot, 0, 10);
        }

        assertThat(seen.add(1, 0, 10).cardinality()).isEqualTo(10);
        assertThat(seen.add(1, 0, 10)).isEqualTo(bits());
    }

    @Test
    void theLargestNumbersOfTheWireAreNumbersLikeOthers() {
        assertThat(seen.add(MAX_UINT32, MAX_UINT32, 1_000).cardinality()).isEqualTo(1_000);
        assertThat(seen.add(MAX_UINT32, MAX_UINT32, 1_000)).isEqualTo(bits());
    }

    @RepeatedTest(20)
    void whileThereIsRoomItKnowsExactlyWhatASetKnows(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Set<Long> model = new HashSet<>();
        SeenReadings kept = new SeenReadings();
        for (int i = 0; i < 60; i++) {
            int seq = random.nextInt(2 * SeenReadings.MAX_RANGES - 2);
            int count = 1 + random.nextInt(3);
            BitSet expected = new BitSet();
            for (int j = 0; j < count; j++) {
                expected.set(j, model.add((long) seq + j));
            }
            assertThat(kept.add(1, seq, count)).as("seed %d, step %d", seed, i).isEqualTo(expected);
            kept = again(kept);
        }
    }

    private static SeenReadings again(SeenReadings seen) {
        StateWriter out = new StateWriter();
        seen.write(out);
        return SeenReadings.read(new StateReader(out.toBytes()));
    }
}
