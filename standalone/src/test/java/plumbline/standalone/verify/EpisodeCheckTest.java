package plumbline.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An episode that is missed, invented or miscounted is told. */
class EpisodeCheckTest {
    private final Life life = new Life().upright(60.5).bends(480).upright(60).spell(60.5, 540.5, 0);

    private List<String> faults(Life lived) {
        return EpisodeCheck.of("alma", lived.log()).faults();
    }

    @Test
    void whatIsFoundAsItWasIsNoFault() {
        assertThat(faults(life.sent(0, 600).found(61, 541, 480, 0, true))).isEmpty();
    }

    @Test
    void whatIsNotFoundIsMissed() {
        assertThat(faults(life.sent(0, 600)))
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("spell missed: alma"),
                        fault -> assertThat(fault).startsWith("long episode missed: alma"));
    }

    @Test
    void whatDidNotGrowLongIsMissed() {
        assertThat(faults(life.sent(0, 600).found(61, 541, 480, 0, false)))
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("spell missed: alma"),
                        fault -> assertThat(fault).startsWith("long episode missed: alma"));
    }

    @Test
    void anEpisodeOfItsOwnIsInvented() {
        assertThat(faults(life.sent(0, 600).found(61, 541, 480, 0, true).found(10, 50, 0, 0, false)))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith("invented: alma"));
    }

    @Test
    void anEpisodeThatBeginsASecondLateIsMissedAndInvented() {
        assertThat(faults(life.sent(0, 600).found(62, 541, 480, 0, true)))
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("spell missed: alma"),
                        fault -> assertThat(fault).startsWith("long episode missed: alma"),
                        fault -> assertThat(fault).startsWith("invented: alma"));
    }

    @Test
    void aSecondTooManyIsAFault() {
        assertThat(faults(life.sent(0, 600).found(61, 541, 481, 0, true)))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith("figures differ: alma"));
    }

    @Test
    void anEpisodeOfWhichNobodyToldTheEndIsAFault() {
        assertThat(faults(life.sent(0, 600).foundOpen(61, 541, 480, 0, true)))
                .singleElement()
                .satisfies(fault -> assertThat(fault).startsWith("figures differ: alma"));
    }

    @Test
    void nobodyCanFindWhatWasNeverSent() {
        assertThat(faults(life.sent(0, 60).sent(541, 600))).isEmpty();
        Life partly = new Life().upright(60.5).bends(480).upright(60).spell(60.5, 540.5, 0);
        assertThat(faults(partly.sent(0, 100).sent(500, 600)))
                .as("two parts, each too short to be published")
                .isEmpty();
    }
}
