package plumbline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Upload;
import plumbline.contract.event.KafkaTopic;

/** A device without a date counts from the year 2000 in each boot, so each boot's clock is off by something else. */
class BootClockTest extends LateScene {
    private static final Instant RESET = Instant.parse("2000-01-01T00:00:00Z");
    private static final int HOUR = 3_600;

    private double bootSeconds;

    @BeforeEach
    void firstBoot() {
        sitter.at(RESET).saysWhenSent();
    }

    /** The device starts anew, so long after the test began. */
    private void bootsAt(double seconds) {
        bootSeconds = seconds;
        sitter.restarts().at(RESET);
    }

    /** Uploads of the boot that runs now arrive so long after they were sent. */
    private void arrive(int from, int to, int delayMillis) {
        uploads.subList(from, to)
                .forEach(upload -> pipeline.upload(upload, sent(upload).plusMillis(delayMillis)));
    }

    private Instant sent(Upload upload) {
        return after(bootSeconds).plus(Duration.between(RESET, Instant.ofEpochMilli(upload.sentAtMillis())));
    }

    private void twoBootsWithAHoleInTheFirst() {
        sitter.bad(200).good(60);
        arrive(0, 5, 0);
        arrive(10, 26, 0);
        bootsAt(4 * HOUR);
        sitter.bad(200).good(60);
        arrive(26, uploads.size(), 0);
    }

    @Test
    void whatWasOvertakenInAnEarlierBootIsPlacedByThatBootsClock() {
        twoBootsWithAHoleInTheFirst();
        assertThat(history())
                .isEqualTo("forward_neck 0..200 bad 159 GOOD_POSTURE; forward_neck 14400..14600 bad 200 GOOD_POSTURE");

        late(5, 10, 5 * HOUR);
        mend();
        assertThat(history())
                .isEqualTo("forward_neck 0..200 bad 200 GOOD_POSTURE; forward_neck 14400..14600 bad 200 GOOD_POSTURE");
    }

    @Test
    void theEndOfAnEarlierBootThatComesAfterTheNextOneIsPlacedByItsOwnClock() {
        sitter.bad(200).good(60);
        arrive(0, 10, 0);
        bootsAt(4 * HOUR);
        sitter.bad(200).good(60);
        arrive(26, uploads.size(), 0);

        late(10, 26, 5 * HOUR);
        mend();
        assertThat(history())
                .isEqualTo("forward_neck 0..200 bad 200 GOOD_POSTURE; forward_neck 14400..14600 bad 200 GOOD_POSTURE");
    }

    @Test
    void historyThatIsFoldedFromTheMiddleOfABootOnKeepsItsTimes() {
        sitter.bad(200).good(60);
        arrive(0, 26, 0);
        sitter.silent(14 * HOUR).bad(200).good(60);
        arrive(26, 52, 7);
        bootsAt(14 * HOUR + 600);
        sitter.bad(200).good(60);
        arrive(52, 57, 3);
        arrive(62, uploads.size(), 3);
        Set<String> ids = pipeline.history().keySet();
        assertThat(ids).hasSize(3);
        pipeline.published(KafkaTopic.EPISODES);

        late(57, 62, 14 * HOUR + 900);
        mend();
        assertThat(pipeline.reads()).isEqualTo(1);
        assertThat(pipeline.published(KafkaTopic.EPISODES))
                .singleElement()
                .extracting(record -> Pipeline.episode(record).badSeconds())
                .isEqualTo(200.0);
        assertThat(pipeline.history().keySet()).isEqualTo(ids);
    }

    @Test
    void aRestartOfTheServiceKeepsWhatIsKnownOfEachBootsClock() {
        twoBootsWithAHoleInTheFirst();

        pipeline = pipeline.restarted(directory.resolve("next"));
        late(5, 10, 5 * HOUR);
        mend();
        assertThat(history())
                .isEqualTo("forward_neck 0..200 bad 200 GOOD_POSTURE; forward_neck 14400..14600 bad 200 GOOD_POSTURE");
    }

    @Test
    void theLastFourBootsAreKnown() {
        for (int boot = 0; boot < 5; boot++) {
            sitter.bad(200).good(60);
            int first = boot * 26;
            arrive(first, first + 5, 0);
            arrive(first + 10, first + 26, 0);
            bootsAt((boot + 1) * HOUR);
        }
        late(31, 36, 5 * HOUR);
        mend();
        assertThat(history()).contains("forward_neck 3600..3800 bad 200 GOOD_POSTURE");

        late(5, 10, 5 * HOUR + 60);
        mend();
        assertThat(history()).as("of the one before nothing is known").contains("forward_neck 0..200 bad 159");
    }
}
