package plumbline.streams.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DaySummary.OfIssue;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.Sitter;

/** What a day's readings come to. */
class MeasuredDayTest {
    private final Summed summed = Summed.in("UTC");
    private final Sitter sitter = new Sitter(summed::take);

    private DaySummary day() {
        new Sitter(summed::take).at(Sitter.BEGIN.plusSeconds(86_400)).good(1);
        return summed.day("2026-03-04");
    }

    private OfIssue neck() {
        return Summed.of(PostureIssue.FORWARD_NECK, day());
    }

    private OfIssue sitting() {
        return Summed.of(PostureIssue.PROLONGED_SITTING, day());
    }

    @Test
    void badTimeAddsUpOverEpisodesAndCandidates() {
        sitter.bad(100).good(60).bad(20).good(60).bad(200).good(60);

        assertThat(neck()).isEqualTo(new OfIssue(320, 2, 200, 320));
    }

    @Test
    void aBoutIsAnEpisodeThatBecameActive() {
        sitter.bad(59).good(60).bad(60).good(60);

        assertThat(neck().bouts()).isEqualTo(1);
    }

    @Test
    void anEpisodeOverMidnightIsABoutWhereverItLastsAsLongAsOne() {
        sitter.at(Instant.parse("2026-03-04T23:58:00Z")).bad(120 + 59).good(60);
        sitter.at(Instant.parse("2026-03-05T23:58:00Z")).bad(120 + 60).good(60);
        sitter.at(Instant.parse("2026-03-07T12:00:00Z")).good(1);

        assertThat(Summed.of(PostureIssue.FORWARD_NECK, summed.day("2026-03-04"))
                        .bouts())
                .isEqualTo(1);
        assertThat(Summed.of(PostureIssue.FORWARD_NECK, summed.day("2026-03-05")))
                .isEqualTo(new OfIssue(59 + 120, 1, 120, 120));
        assertThat(Summed.of(PostureIssue.FORWARD_NECK, summed.day("2026-03-06")))
                .isEqualTo(new OfIssue(60, 1, 60, 60));
    }

    @Test
    void wornIsAllTimeThatAWornReadingStood() {
        sitter.good(100).walks(50).sits(30).takesItOff();

        assertThat(day().measured().wornSeconds()).isEqualTo(180);
        assertThat(day().measured().walkingSeconds()).isEqualTo(50);
    }

    @Test
    void lyingDownIsWorn() {
        sitter.does(Activity.LYING, 0, 0, 100).takesItOff();

        assertThat(day().measured().wornSeconds()).isEqualTo(100);
    }

    @Test
    void withoutACalibrationItIsWornAllTheSame() {
        sitter.uncalibrated().bad(100).takesItOff();

        assertThat(day().measured().wornSeconds()).isEqualTo(100);
        assertThat(day().measured().issues()).isEmpty();
    }

    @Test
    void aHoleLowersTheCoverageAndTimeOffTheBodyDoesNot() {
        sitter.good(100).silent(100).does(Activity.OFF_BODY, 0, 0, 100);

        DaySummary.Measured measured = day().measured();
        assertThat(measured.wornSeconds()).isEqualTo(100 + 9);
        assertThat(measured.first()).isEqualTo(Sitter.BEGIN);
        assertThat(measured.last()).isEqualTo(Sitter.BEGIN.plusSeconds(299 + 10));
        assertThat(measured.coverage()).isCloseTo((109 + 109) / 309.0, within(0.001));
    }

    @Test
    void aDayOfOneReadingIsCoveredForItsHold() {
        sitter.good(1);

        assertThat(day().measured().wornSeconds()).isEqualTo(10);
        assertThat(day().measured().coverage()).isEqualTo(1);
    }

    @Test
    void sittingThatReadingsAndSpansTellOfCountsOnce() {
        sitter.sits(100).satFrom(0, 130);

        assertThat(sitting().badSeconds()).isEqualTo(130);
        assertThat(day().measured().wornSeconds()).isEqualTo(130);
    }

    @Test
    void spansThatOverlapOrComeAgainCountOnce() {
        sitter.satFrom(0, 600).satFrom(300, 900).satFrom(0, 600).satFrom(300, 900);

        assertThat(sitting()).isEqualTo(new OfIssue(900, 1, 900, 900));
        assertThat(day().measured().wornSeconds()).isEqualTo(900);
    }

    @Test
    void betweenSpansTheChairIsNotWornThoughItMeasures() {
        sitter.satFrom(0, 600).satFrom(1_000, 1_600);

        assertThat(sitting()).isEqualTo(new OfIssue(1_200, 2, 600, 1_200));
        assertThat(day().measured().wornSeconds()).isEqualTo(1_200);
        assertThat(day().measured().coverage()).isEqualTo(1);
    }

    @Test
    void anIssueThatWasNeverBadIsNotThere() {
        sitter.good(100);

        assertThat(day().measured().issues()).isEmpty();
    }
}
