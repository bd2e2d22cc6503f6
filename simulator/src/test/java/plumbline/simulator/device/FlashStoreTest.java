package plumbline.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.StoredWatermark;
import plumbline.contract.device.Upload;

/** What a device keeps, sends, frees and sends again. Each upload holds two readings. */
class FlashStoreTest {
    private static final long PATIENCE = 100_000;

    private final FlashStore store = new FlashStore(Duration.ofMillis(PATIENCE));
    private final ReadingLog log = new ReadingLog(Calibration.NONE, 1_000, 1);

    private void fill(int uploads) {
        for (int i = 0; i < uploads; i++) {
            log.add(new Sample(0, 1, 2, Activity.SITTING));
            log.add(new Sample(1_000, 1, 2, Activity.SITTING));
            store.add(log.cut(0, 50, true));
        }
    }

    @Test
    void whatWasNeverSentIsTakenOnce() {
        fill(2);

        assertThat(store.takeUnsent(5)).extracting(Upload::seq).containsExactly(0L, 2L);
        assertThat(store.takeUnsent(6)).isEmpty();
    }

    @Test
    void anUploadSaysWhenItIsSentAndWhatTheDeviceStillHolds() {
        fill(3);
        store.takeUnsent(5);
        store.covered(StoredWatermark.of(1, 1));
        fill(1);

        assertThat(store.takeUnsent(7)).singleElement().satisfies(upload -> {
            assertThat(upload.sentAtMillis()).isEqualTo(7);
            assertThat(upload.oldestSeq()).isEqualTo(2);
        });
    }

    @Test
    void aWatermarkFreesWhatItCoversWhole() {
        fill(3);
        store.takeUnsent(0);

        store.covered(StoredWatermark.of(1, 2));
        assertThat(store.size())
                .as("the second upload's last reading is not covered")
                .isEqualTo(2);

        store.covered(StoredWatermark.of(1, 3));
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void anotherBootsWatermarkFreesNothing() {
        fill(1);
        store.takeUnsent(0);
        store.covered(StoredWatermark.of(2, 100));

        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void whatAnEarlierBootTookIsKeptAndCountedForItself() {
        fill(1);
        store.takeUnsent(0);
        log.reboot();
        fill(1);

        assertThat(store.takeUnsent(0))
                .extracting(Upload::boot, Upload::oldestSeq)
                .containsExactly(tuple(2L, 0L));
        store.covered(StoredWatermark.of(2, 1));
        assertThat(store.takeOverdue(PATIENCE)).extracting(Upload::boot).containsExactly(1L);
    }

    @Test
    void whatIsNotCoveredInTimeIsSentAgainAndThenAfterTwiceTheWait() {
        fill(1);
        store.takeUnsent(0);

        assertThat(store.takeOverdue(PATIENCE - 1)).isEmpty();
        assertThat(store.takeOverdue(PATIENCE)).extracting(Upload::sentAtMillis).containsExactly(PATIENCE);
        assertThat(store.takeOverdue(3 * PATIENCE - 1)).isEmpty();
        assertThat(store.takeOverdue(3 * PATIENCE)).hasSize(1);
    }

    @Test
    void theWaitEndsAtAnHour() {
        fill(1);
        store.takeUnsent(0);
        long now = 0;
        for (int i = 0; i < 10; i++) {
            now += FlashStore.LONGEST_WAIT_MILLIS;
            assertThat(store.takeOverdue(now)).as("after %d h", i + 1).hasSize(1);
        }
        assertThat(store.takeOverdue(now + FlashStore.LONGEST_WAIT_MILLIS - 1)).isEmpty();
    }

    @Test
    void muchIsSentAgainFewAtATimeTheOldestFirst() {
        fill(FlashStore.MOST_AGAIN_AT_ONCE + 1);
        store.takeUnsent(0);

        List<Upload> first = store.takeOverdue(PATIENCE);
        assertThat(first).hasSize(FlashStore.MOST_AGAIN_AT_ONCE);
        assertThat(first.get(0).seq()).isZero();
        assertThat(store.takeOverdue(PATIENCE))
                .extracting(Upload::seq)
                .containsExactly(2L * FlashStore.MOST_AGAIN_AT_ONCE);
        assertThat(store.takeOverdue(PATIENCE)).isEmpty();
    }

    @Test
    void aFullStoreGivesUpWhatWasSentBeforeWhatWasNot() {
        fill(1);
        store.takeUnsent(0);
        fill(FlashStore.MAX_UPLOADS - 1);
        assertThat(store.size()).isEqualTo(FlashStore.MAX_UPLOADS);

        fill(1);
        assertThat(store.lostReadings()).isZero();
        assertThat(store.takeOverdue(PATIENCE)).isEmpty();

        fill(1);
        assertThat(store.lostReadings()).isEqualTo(2);
        assertThat(store.takeUnsent(5)).hasSize(FlashStore.MAX_UPLOADS).allMatch(upload -> upload.oldestSeq() == 4);
    }
}
