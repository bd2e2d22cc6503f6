package plumbline.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettledOffsetsTest {
    private final SettledOffsets offsets = new SettledOffsets();

    @Test
    void nothingIsCommittedBeforeTheFirstIsSettled() {
        offsets.open(5);
        offsets.open(6);
        offsets.settle(6);

        assertThat(offsets.committable()).isEmpty();
        assertThat(offsets.waiting()).isEqualTo(2);
    }

    @Test
    void theRunFromTheFrontIsCommittedOnceItsGapCloses() {
        for (long offset : new long[] {5, 6, 9}) {
            offsets.open(offset);
        }
        offsets.settle(6);
        offsets.settle(5);

        assertThat(offsets.committable()).hasValue(7);
        offsets.settle(9);
        assertThat(offsets.committable()).hasValue(10);
        assertThat(offsets.waiting()).isZero();
    }

    @Test
    void offsetThatIsNotOpenChangesNothing() {
        offsets.settle(3);
        offsets.open(5);
        offsets.settle(4);

        assertThat(offsets.committable()).isEmpty();
        assertThat(offsets.waiting()).isEqualTo(1);
    }

    @Test
    void inWhateverOrderTheySettleNoOpenOneIsPassed() {
        long seed = System.nanoTime();
        System.out.println("SettledOffsetsTest seed " + seed);
        List<Long> order = new ArrayList<>();
        for (long offset = 0; offset < 300; offset++) {
            offsets.open(offset);
            order.add(offset);
        }
        Collections.shuffle(order, new Random(seed));
        List<Long> open = new ArrayList<>(order);
        for (long offset : order) {
            offsets.settle(offset);
            open.remove(offset);
            long first = open.isEmpty() ? 300 : Collections.min(open);
            assertThat(offsets.committable().orElse(0)).as("seed %d", seed).isEqualTo(first);
        }
    }
}
