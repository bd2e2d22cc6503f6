package plumbline.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Upload;
import plumbline.streams.history.SentUpload;

class UploadArchiveTest {
    private static final Upload FIRST = Life.readings(0, 5, 30);
    private static final Upload SECOND = Life.readings(5, 10, Double.NaN);

    private final UploadArchive archive = new UploadArchive();

    @Test
    void whatArrivedSinceIsReadBackInOrderAndAsItWas() {
        archive.add(FIRST, 1_000);
        archive.add(SECOND, 2_000);

        assertThat(archive.since(0)).extracting(SentUpload::arrivalMillis).containsExactly(1_000L, 2_000L);
        assertThat(archive.since(1_001))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(List.of(new SentUpload(SECOND, 2_000)));
    }

    @Test
    void nothingIsKeptForMoreThanThreeDaysAndAnAnswerWithoutItIsRefused() {
        LongStream.of(0, 1, UploadArchive.KEPT_MILLIS + 1).forEach(arrival -> archive.add(FIRST, arrival));

        assertThat(archive.since(1)).hasSize(2);
        assertThatThrownBy(() -> archive.since(0)).isInstanceOf(IllegalStateException.class);
    }
}
