package plumbline.streams.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** When the history of late readings is due, in milliseconds of arrival time. */
class LateReadingsTest {
    private static final long FIRST = 1_000_000;

    private LateReadings late = new LateReadings();

    private void arrives(long atMillis) {
        late.note(atMillis - 600_000, atMillis);
    }

    private void restart() {
        StateWriter out = new StateWriter();
        late.write(out);
        late = LateReadings.read(new StateReader(out.toBytes()));
    }

    @Test
    void nothingIsDueWhileNothingIsLate() {
        assertThat(late.dueAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void tenSecondsAfterTheLastOne() {
        arrives(FIRST);
        assertThat(late.dueAt()).isEqualTo(FIRST + 10_000);

        arrives(FIRST + 9_999);
        restart();
        assertThat(late.dueAt()).isEqualTo(FIRST + 19_999);
    }

    @Test
    void twoMinutesAfterTheFirstAtMost() {
        arrives(FIRST);
        arrives(FIRST + 109_999);
        assertThat(late.dueAt()).isEqualTo(FIRST + 119_999);

        arrives(FIRST + 110_001);
        restart();
        assertThat(late.dueAt()).isEqualTo(FIRST + 120_000);
        arrives(FIRST + 119_999);
        assertThat(late.dueAt()).isEqualTo(FIRST + 120_000);
    }

    @Test
    void aMinuteAfterItWasAskedForWithoutAnAnswerWhateverComesMeanwhile() {
        arrives(FIRST);
        late.asked(FIRST + 10_500);
        arrives(FIRST + 60_000);
        restart();

        assertThat(late.dueAt()).isEqualTo(FIRST + 70_500);
    }

    @Test
    void onceTheyAreWorkedInTheNextOneIsAFirstOneAgain() {
        arrives(FIRST);
        late.asked(FIRST + 10_000);
        late.settle();
        assertThat(late.dueAt()).isEqualTo(Long.MAX_VALUE);

        arrives(FIRST + 119_000);
        assertThat(late.dueAt()).isEqualTo(FIRST + 129_000);
    }
}
