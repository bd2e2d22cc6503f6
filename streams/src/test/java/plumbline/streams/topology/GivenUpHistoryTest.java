package plumbline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.contract.event.KafkaTopic;

/** Late readings of a device whose history is more than can be held. */
class GivenUpHistoryTest extends LateScene {
    private static final Duration LONGER_THAN_UNTIL_IT_ASKS_AGAIN = Duration.ofMinutes(2);
    private static final int LATE_UNTIL_SECONDS = 1_005;

    @BeforeEach
    void aHoleIsFilledAllButItsLastUpload() {
        sitter.bad(1_000);
        onTime(0, 20);
        onTime(60, 100);
        pipeline.published(KafkaTopic.EPISODES);
        pipeline.historiesAreTooLarge(true);
        late(20, 59, LATE_UNTIL_SECONDS);
    }

    @Test
    void theyChangeNothingAndAreNotAskedForAgain() {
        mend();
        pipeline.silence(LONGER_THAN_UNTIL_IT_ASKS_AGAIN);
        pipeline.silence(A_MOMENT);

        assertThat(pipeline.reads()).isEqualTo(1);
        assertThat(pipeline.published(KafkaTopic.EPISODES)).isEmpty();
        assertThat(pipeline.registry.counter("plumbline.history.given.up").count())
                .isEqualTo(1);
    }

    @Test
    void thoseThatComeLaterAreWorkedInWithThem() {
        mend();

        pipeline.historiesAreTooLarge(false);
        late(59, 60, LATE_UNTIL_SECONDS + 60);
        mend();
        assertThat(history()).isEqualTo("forward_neck 0..840 bad 840 LONG");
    }
}
