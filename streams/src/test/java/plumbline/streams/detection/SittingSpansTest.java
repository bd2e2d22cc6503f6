package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.streams.Sitter.span;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.device.Activity;
import plumbline.streams.Sitter;

/** Spans that come together with readings. */
class SittingSpansTest {
    private final Told told = new Told();
    private final Sitter sitter = new Sitter(told::take);

    private Sitter after(int seconds) {
        return sitter.at(Sitter.BEGIN.plusSeconds(seconds));
    }

    @Test
    void aSpanIsTakenBeforeTheReadingsThatFollowIt() {
        after(1_800).doesWhereSat(Activity.WALKING, 61, span(0, 1_800));

        assertThat(told.sitting()).containsExactly("long 0..1800 level 1", "closed 0..1800 level 1 moved");
    }

    @Test
    void takenOffAtItsEndItCountsInFull() {
        after(1_800).doesWhereSat(Activity.OFF_BODY, 1, span(0, 1_800));

        assertThat(told.sitting()).containsExactly("long 0..1800 level 1", "closed 0..1800 level 1 off_body");
    }

    @Test
    void aSpanTellsWhatTheActivityLeavesOpen() {
        sitter.doesWhereSat(Activity.UNKNOWN, 70, span(0, 70)).walks(1);

        assertThat(told.satMillis).isEqualTo(70_000);
    }

    @Test
    void spansCountInFullInWhateverOrderTheyStand() {
        sitter.doesWhereSat(Activity.UNKNOWN, 1, span(900, 1_000), span(100, 500), span(0, 200));

        assertThat(told.satMillis).isEqualTo(600_000);
    }

    @Test
    void whatAReadingSaysOtherwiseCountsForAsLongAsItStands() {
        after(300).doesWhereSat(Activity.STANDING, 1, span(0, 600));

        assertThat(told.satMillis).as("but for the hold of 10 s").isEqualTo(590_000);
    }

    @Test
    void aChairThatIsLateToSeeThatTheWearerIsUpAddsNothing() {
        after(300).doesWhereSat(Activity.WALKING, 10, span(0, 305));

        assertThat(told.satMillis).isEqualTo(300_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_500, 3_000, 7_000, 60_000})
    void whoStandsAllTheTimeDoesNotSitHoweverOftenThatIsTold(int everyMillis) {
        sitter.every(everyMillis).doesWhereSat(Activity.STANDING, 20, span(0, 20L * everyMillis / 1_000));

        assertThat(told.satMillis).isZero();
    }

    @Test
    void norWhereAnotherUploadGoesOnWithTheSpan() {
        sitter.every(10_000)
                .doesWhereSat(Activity.STANDING, 6, span(0, 50))
                .doesWhereSat(Activity.STANDING, 6, span(50, 110));

        assertThat(told.satMillis).isZero();
    }

    @Test
    void whoTakesItOffEndsASpan() {
        after(100).doesWhereSat(Activity.OFF_BODY, 20, span(0, 120));

        assertThat(told.satMillis).isEqualTo(100_000);
    }

    @Test
    void aSpanOfNoLengthSaysNothing() {
        sitter.sits(70)
                .stands(30)
                .doesWhereSat(Activity.STANDING, 1, span(100, 100))
                .stands(30);

        assertThat(told.sitting()).containsExactly("active 0..60", "closed 0..70 moved");
    }

    @Test
    void aSpanThatBeginsAfterSuchAReadingEndsIt() {
        after(95).doesWhereSat(Activity.WALKING, 1, span(0, 95), span(96, 200));

        assertThat(told.satMillis).isEqualTo(199_000);
    }
}
