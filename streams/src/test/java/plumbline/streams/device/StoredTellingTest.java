package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.StoredWatermark;
import plumbline.contract.device.Upload;
import plumbline.streams.Sitter;
import plumbline.streams.order.UploadOrder;

/** When a device hears how far its readings are stored. Sitter's uploads are of boot 1, ten readings each. */
class StoredTellingTest {
    private static final long BEGIN = Sitter.BEGIN.toEpochMilli();
    private static final long EVERY = 30_000;
    private static final long FORGOTTEN = Duration.ofDays(14).toMillis();

    private final Device device = Device.storedEachTime();
    private final List<Upload> uploads = new ArrayList<>();

    StoredTellingTest() {
        new Sitter(uploads::add).good(100);
    }

    private void arrives(int upload, long afterMillis) {
        device.arrives(uploads.get(upload), BEGIN + 100_000 + afterMillis);
    }

    @Test
    void theFirstUploadIsToldAtOnceAndTheNextAfterHalfAMinute() {
        arrives(0, 0);
        arrives(1, 1_000);
        arrives(2, EVERY - 1);
        assertThat(device.watermarks()).containsExactly(StoredWatermark.of(1, 9));

        arrives(3, EVERY);
        assertThat(device.watermarks()).containsExactly(StoredWatermark.of(1, 9), StoredWatermark.of(1, 39));
    }

    @Test
    void whatADeviceStillHoldsFromBeforeItsNumbersWentRoundIsCoveredAsEver() {
        long round = 1L << 32;
        uploads.clear();
        new Sitter(uploads::add).seq(round - 10).good(10).seq(0).good(20);
        arrives(0, 0);
        long at = BEGIN + 100_000 + EVERY;
        device.arrives(uploads.get(2).sentAt(0, round - 10), at);
        assertThat(device.watermarks()).containsExactly(StoredWatermark.of(1, round - 1));

        device.arrives(uploads.get(1).sentAt(0, round - 5), at + EVERY);
        assertThat(device.watermarks()).last().isEqualTo(StoredWatermark.of(1, 19));
    }

    @Test
    void aDeviceThatStopsSendingHearsOfItsLastUpload() {
        arrives(0, 0);
        arrives(1, 1_000);
        assertThat(device.wakesAt()).isEqualTo(BEGIN + 100_000 + EVERY);

        device.timePasses(device.wakesAt());
        assertThat(device.watermarks()).last().isEqualTo(StoredWatermark.of(1, 19));
        assertThat(device.wakesAt()).isGreaterThan(BEGIN + 100_000 + 5 * EVERY);
    }

    @Test
    void anUploadThatWasCoveredAlreadyIsAnsweredAtOnce() {
        arrives(0, 0);
        arrives(0, StoredTelling.ANSWER_EVERY_MILLIS);

        assertThat(device.watermarks()).containsExactly(StoredWatermark.of(1, 9), StoredWatermark.of(1, 9));
    }

    @Test
    void whoAsksAgainAndAgainIsAnsweredOnceASecond() {
        arrives(0, 0);
        arrives(0, 1);
        arrives(0, StoredTelling.ANSWER_EVERY_MILLIS - 1);
        assertThat(device.watermarks()).hasSize(1);
        assertThat(device.wakesAt()).isEqualTo(BEGIN + 100_000 + StoredTelling.ANSWER_EVERY_MILLIS);

        device.timePasses(device.wakesAt());
        assertThat(device.watermarks()).hasSize(2);
    }

    @Test
    void afterAnAnswerTheNextWatermarkWaitsAsAnyOther() {
        arrives(0, 0);
        arrives(0, 1_000);
        arrives(1, 2_000);
        assertThat(device.wakesAt()).isEqualTo(BEGIN + 100_000 + 1_000 + EVERY);

        arrives(2, 999 + EVERY);
        assertThat(device.watermarks()).hasSize(2);
    }

    @Test
    void anUploadBehindAHoleThatComesAgainAsksForNothing() {
        arrives(0, 0);
        arrives(2, 1);
        arrives(2, 2_000);

        assertThat(device.watermarks()).containsExactly(StoredWatermark.of(1, 9));
        assertThat(device.wakesAt()).isEqualTo(BEGIN + 100_001 + UploadOrder.HELD_MILLIS + 1);
    }

    @Test
    void theOldestThatTheDeviceStillHoldsMovesTheWatermark() {
        device.arrives(uploads.get(5).sentAt(0, 50), BEGIN + 100_000);

        assertThat(device.watermarks()).containsExactly(StoredWatermark.of(1, 59));
    }

    @Test
    void howOftenIsASetting() {
        device.settings(Map.of("stored.every", "5s"));
        arrives(0, 0);
        arrives(1, 4_999);
        assertThat(device.watermarks()).hasSize(1);

        arrives(2, 5_000);
        assertThat(device.watermarks()).last().isEqualTo(StoredWatermark.of(1, 29));
    }
}
