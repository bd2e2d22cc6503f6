package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.device.Mount;
import plumbline.streams.Sitter;

/** How high a long episode climbs. */
class EpisodeLevelTest {
    private final Told told = new Told();
    private final Sitter sitter = new Sitter(told::take);

    @Test
    void levelTwoAtExactlyTwiceLong() {
        sitter.bad(840);
        assertThat(told.neck()).hasSize(2);

        sitter.bad(1);
        assertThat(told.neck()).last().isEqualTo("long 0..840 level 2");
    }

    @Test
    void levelThreeAtExactlyFourTimesLong() {
        sitter.bad(1_680);
        assertThat(told.neck()).hasSize(3);

        sitter.bad(1);
        assertThat(told.neck()).last().isEqualTo("long 0..1680 level 3");
    }

    @Test
    void levelThreeIsTheHighest() {
        sitter.neck(45, 6_000);

        assertThat(told.neck()).last().isEqualTo("long 0..840 level 3");
    }

    @Test
    void severeForExactlyTwoMinutesRaisesTheLevel() {
        sitter.bad(300).neck(40, 120).bad(1);

        assertThat(told.neck()).containsExactly("active 0..60", "long 0..420 level 2");
    }

    @Test
    void severeForOneSecondLessThanTwoMinutesDoesNot() {
        sitter.bad(301).neck(40, 119).bad(1);

        assertThat(told.neck()).containsExactly("active 0..60", "long 0..420 level 1");
    }

    @Test
    void oneTenthLessThanFortyIsNotSevere() {
        sitter.neck(39.9, 500).good(31);

        assertThat(told.events).allMatch(event -> event.severeSeconds() == 0 && event.level() <= 1);
    }

    @Test
    void headWornSensorsAreSevereFromThirty() {
        sitter.mount(Mount.GLASSES).bad(421);

        assertThat(told.neck()).last().isEqualTo("long 0..420 level 2");
    }

    @Test
    void severeTimeAloneIsNotLong() {
        sitter.neck(45, 200);

        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void neckAndShouldersLongTogetherRaiseBoth() {
        sitter.slumps(601);

        assertThat(told.neck()).containsExactly("active 0..60", "long 0..420 level 1", "long 0..600 level 2");
        assertThat(told.shoulders()).containsExactly("active 0..60", "long 0..600 level 1", "long 0..600 level 2");
    }

    @Test
    void longOneAfterTheOtherRaisesNothing() {
        sitter.bad(430).shoulders(20, 700);

        assertThat(told.shoulders())
                .as("the neck's episode still waits for its next reading")
                .contains("long 430..1030 level 1");
    }

    @Test
    void togetherAndSevereRaiseByOneInAll() {
        sitter.does(Activity.UNKNOWN, 45, 35, 601);

        assertThat(told.neck()).last().isEqualTo("long 0..420 level 2");
        assertThat(told.shoulders()).last().isEqualTo("long 0..600 level 2");
    }

    @Test
    void theLevelIsKeptWhenTheOtherOneEnds() {
        sitter.slumps(601).does(Activity.UNKNOWN, 30, 0, 60);

        assertThat(told.shoulders()).last().isEqualTo("closed 0..601 level 2 good_posture");
        assertThat(told.neck()).last().isEqualTo("long 0..600 level 2");
    }

    @Test
    void sittingIsLongAtThirtyAndLevelTwoAtSixtyMinutes() {
        sitter.sits(1_800);
        assertThat(told.sitting()).containsExactly("active 0..60");

        sitter.sits(1);
        assertThat(told.sitting()).last().isEqualTo("long 0..1800 level 1");

        sitter.sits(1_800);
        assertThat(told.sitting()).last().isEqualTo("long 0..3600 level 2");
    }

    @Test
    void theDoseIsFullAfterTenMinutesAtTwentyFiveDegrees() {
        Told dose = new Told(Map.of("forward-neck.dose", "iso11226"));
        new Sitter(dose::take).neck(25, 601);

        assertThat(dose.neck()).containsExactly("active 0..60", "long 0..600 level 1");
    }

    @Test
    void theDoseIsFullAfterFourAndAHalfMinutesAtFiftyFive() {
        Told dose = new Told(Map.of("forward-neck.dose", "iso11226"));
        new Sitter(dose::take).neck(55, 272);

        assertThat(dose.neck())
                .as("8 - 7 * 30 / 60 = 4.5 min, to within a reading; severe for over 2 min")
                .containsExactly("active 0..60", "long 0..271 level 2");
    }

    @Test
    void theDoseIsFullAfterOneMinuteAboveEightyFive() {
        Told dose = new Told(Map.of("forward-neck.dose", "iso11226"));
        new Sitter(dose::take).neck(86, 60);
        assertThat(dose.neck()).isEmpty();

        new Sitter(dose::take).at(Sitter.BEGIN.plusSeconds(60)).neck(86, 1);
        assertThat(dose.neck()).containsExactly("long 0..60 level 1");
    }
}
