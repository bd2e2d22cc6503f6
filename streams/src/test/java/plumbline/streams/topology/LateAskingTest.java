package plumbline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the history of a device is asked for, with a sweep between any two uploads. */
class LateAskingTest extends LateScene {
    /** Ten to a hundred are on their way; the first of them comes then. */
    private static final double FIRST = 1_205;

    @BeforeEach
    void loses() {
        sitter.bad(1_000).good(200);
        onTime(0, 10);
        onTime(100, uploads.size());
        pipeline.silence(Duration.ZERO);
    }

    private void comes(int upload, double seconds) {
        late(upload, upload + 1, seconds);
        pipeline.silence(Duration.ZERO);
    }

    /** By then it was read back so often, the last time no millisecond before. */
    private void asks(double seconds, int times) {
        pipeline.timeIs(after(seconds).minusMillis(1));
        assertThat(pipeline.reads()).isEqualTo(times - 1);
        pipeline.timeIs(after(seconds));
        assertThat(pipeline.reads()).isEqualTo(times);
    }

    @Test
    void tenSecondsAfterTheLastLateOne() {
        comes(10, FIRST);
        comes(11, FIRST + 9.999);

        asks(FIRST + 19.999, 1);
    }

    @Test
    void twoMinutesAfterTheFirstWhileMoreKeepComing() {
        for (int i = 0; i < 14; i++) {
            comes(10 + i, FIRST + i * 9);
        }
        assertThat(pipeline.reads()).isZero();
        comes(24, FIRST + 119.5);

        asks(FIRST + 120, 1);
    }

    @Test
    void anewForWhatComesAfterwards() {
        comes(10, FIRST);
        asks(FIRST + 10, 1);
        pipeline.silence(A_MOMENT);
        comes(11, FIRST + 125);

        asks(FIRST + 135, 2);
    }
}
