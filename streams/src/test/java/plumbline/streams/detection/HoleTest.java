package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.streams.Sitter;

/** Holes in the data: tolerated, suspended, or the end. A hole runs from one reading to the next. */
class HoleTest {
    private final Told told = new Told();
    private final Sitter sitter = new Sitter(told::take);

    @Test
    void aReadingStandsForTenSecondsAtMost() {
        sitter.bad(1).silent(29).bad(50);
        assertThat(told.neck()).as("10 s and 49 s").isEmpty();

        sitter.bad(1);
        assertThat(told.neck()).containsExactly("active 0..80");
        assertThat(told.events.get(0).badSeconds()).isEqualTo(60);
    }

    @Test
    void aSlowDevicesReadingStandsForThreeIntervals() {
        sitter.every(20_000).bad(20).silent(100).bad(20);

        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void holeOfThirtySecondsIsToleratedByAGoodReading() {
        sitter.bad(70).silent(29).good(29).bad(1);

        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void holeOfMoreThanThirtySecondsIsClosedByAGoodReading() {
        sitter.bad(70).silent(29.001).good(1);

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..79 gap");
    }

    @Test
    void holeOfMoreThanThirtySecondsResumesWithoutCreditOnABadReading() {
        sitter.bad(70).silent(200).bad(11).good(31);

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..281 good_posture");
        assertThat(told.events.get(1).badSeconds())
                .as("69 + the hold of 10 + 11")
                .isEqualTo(90);
    }

    @Test
    void holeOfExactlyFiveMinutesResumes() {
        sitter.bad(70).silent(299).bad(1);

        assertThat(told.neck()).containsExactly("active 0..60");
    }

    @Test
    void holeOfMoreThanFiveMinutesClosesAtTheLastReadingPlusItsHold() {
        sitter.bad(70).silent(299.001).bad(1);

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..79 gap");
    }

    @Test
    void theLastReadingsHoldIsCreditedBeforeTheGapCloses() {
        sitter.bad(51).silent(600).bad(1);

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..60 gap");
    }

    @Test
    void aHoleShorterThanTheHoldIsNone() {
        sitter.every(120_000).bad(240).silent(240).bad(120);

        assertThat(told.neck()).containsExactly("active 0..120", "long 0..480 level 1");
    }

    @Test
    void aMissingAngleIsAHole() {
        sitter.slumps(70).shoulders(20, 300).slumps(1);

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..79 gap");
        assertThat(told.shoulders()).containsExactly("active 0..60");
    }

    @Test
    void anInterruptionBeforeAHoleIsTheEndWhereTheGapCloses() {
        sitter.bad(70).good(5).silent(600).bad(1);

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..70 gap");
    }

    @Test
    void aGoodReadingStandsForTenSecondsAtMostToo() {
        sitter.bad(70).good(15).silent(14).bad(1);

        assertThat(told.neck()).as("24 s of good are known of").containsExactly("active 0..60");
    }

    @Test
    void afterALongHoleTheFirstReadingIsJudgedForItself() {
        sitter.bad(70).silent(600).neck(18, 100);
        assertThat(told.neck()).as("18 enters nothing").containsExactly("active 0..60", "closed 0..79 gap");
    }

    @Test
    void sittingSuspendsToExactlyTenMinutes() {
        sitter.sits(70).silent(599).sits(1);

        assertThat(told.sitting()).containsExactly("active 0..60");
    }

    @Test
    void sittingClosesAfterMoreThanTenMinutes() {
        sitter.sits(70).silent(599.001).sits(1);

        assertThat(told.sitting()).containsExactly("active 0..60", "closed 0..79 gap");
    }

    @Test
    void aSlowDevicesGoodReadingWithinTheHoldIsNoGap() {
        sitter.every(60_000).bad(120).silent(60).good(120);

        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..180 good_posture");
    }

    @Test
    void anAngleThatStopsWhileOtherReadingsGoOnEndsItsEpisodeAfterFiveMinutes() {
        sitter.bad(70).sits(300);
        assertThat(told.neck()).containsExactly("active 0..60");

        sitter.sits(1);
        assertThat(told.neck()).containsExactly("active 0..60", "closed 0..79 gap");
    }

    @Test
    void holeOfMoreThanFiveMinutesIsAGapWhateverComesAfterIt() {
        sitter.bad(70).silent(300).takesItOff();
        sitter.bad(70).silent(300).liesDown();
        sitter.bad(70).silent(300).calibration("c2", 0, 0).bad(1);

        assertThat(told.neck())
                .filteredOn(line -> line.startsWith("closed"))
                .containsExactly("closed 0..79 gap", "closed 371..450 gap", "closed 742..821 gap");
    }

    @Test
    void sittingHoleOfMoreThanTenMinutesIsAGapThoughTheWearerThenLiesDown() {
        sitter.sits(70).silent(600).liesDown();

        assertThat(told.sitting()).containsExactly("active 0..60", "closed 0..79 gap");
    }
}
