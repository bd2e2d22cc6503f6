package plumbline.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.contract.event.PostureIssue;

/** How what was truly held joins to episodes. */
class TrueEpisodesTest {
    private final Life life = new Life();

    @Test
    void aChangeIsSeenWithTheNextReading() {
        life.upright(10.4).bends(100.2).upright(100).sent(0, 210);

        assertThat(life.episodes()).containsExactly("11..111 bad 100 carried 0");
    }

    @Test
    void aMissingAngleDelaysIt() {
        life.upright(10)
                .bends(100)
                .upright(100)
                .sent(0, 10)
                .sentWithoutAngle(10, 12)
                .sent(12, 210);

        assertThat(life.episodes()).containsExactly("12..110 bad 98 carried 0");
    }

    @Test
    void lessThanThirtySecondsOfGoodPostureJoin() {
        life.bends(100).upright(29).bends(100).upright(30).sent(0, 259);

        assertThat(life.episodes()).containsExactly("0..229 bad 200 carried 0");
        assertThat(new Life()
                        .bends(100)
                        .upright(30)
                        .bends(10)
                        .upright(60)
                        .sent(0, 200)
                        .episodes())
                .containsExactly("0..100 bad 100 carried 0", "130..140 bad 10 carried 70");
    }

    @Test
    void walkingRecoversTwiceAsFast() {
        life.bends(100).walks(40).upright(10).bends(5).upright(30).sent(0, 185);

        assertThat(life.episodes()).containsExactly("0..100 bad 100 carried 0", "150..155 bad 5 carried 10");
    }

    @Test
    void lyingDownEndsItAndRecoversNothing() {
        life.bends(100).liesDown(600).bends(5).liesDown(10).sent(0, 715);

        assertThat(life.episodes()).containsExactly("0..100 bad 100 carried 0", "700..705 bad 5 carried 100");
    }

    @Test
    void afterAnHourNothingIsCarried() {
        life.bends(100).liesDown(3_600).bends(5).liesDown(10).sent(0, 3_715);

        assertThat(life.episodes()).containsExactly("0..100 bad 100 carried 0", "3700..3705 bad 5 carried 0");
    }

    @Test
    void whatWasNotSentIsBridgedWithoutCreditForFiveMinutes() {
        life.bends(500).upright(60).sent(0, 100).sent(399, 560);

        assertThat(life.episodes()).containsExactly("0..500 bad 210 carried 0");
        assertThat(new Life().bends(500).upright(60).sent(0, 100).sent(400, 560).episodes())
                .containsExactly("0..109 bad 109 carried 0", "400..500 bad 100 carried 109");
    }

    @Test
    void aHoleOfOverThirtySecondsEndsItWhereGoodPostureFollows() {
        life.bends(100).upright(100).bends(100).upright(60).sent(0, 95).sent(130, 360);

        assertThat(life.episodes()).containsExactly("0..104 bad 104 carried 0", "200..300 bad 100 carried 34");
    }

    @Test
    void whereNothingComesAnyMoreItEndsWhenItsLastReadingStopsStanding() {
        life.bends(100).upright(5).sent(0, 95);

        assertThat(life.episodes()).containsExactly("0..104 bad 104 carried 0");
    }

    @Test
    void twoMinutesUprightOnEndClearWhatSittingHasLeft() {
        life.sits(600)
                .upright(119)
                .sits(60)
                .upright(60)
                .walks(60)
                .sits(60)
                .liesDown(10)
                .sent(0, 969);

        assertThat(life.episodes(PostureIssue.PROLONGED_SITTING))
                .containsExactly(
                        "0..600 bad 600 carried 0", "719..779 bad 60 carried 481", "899..959 bad 60 carried 0");
    }

    @Test
    void lyingDownBetweenThemMeansThatTheyAreNotOnEnd() {
        life.sits(600)
                .upright(90)
                .liesDown(10)
                .upright(90)
                .sits(60)
                .liesDown(10)
                .sent(0, 860);

        assertThat(life.episodes(PostureIssue.PROLONGED_SITTING))
                .containsExactly("0..600 bad 600 carried 0", "790..850 bad 60 carried 420");
    }

    @Test
    void theNeckIsClearedOfNothing() {
        life.bends(600).upright(119).upright(2).bends(60).liesDown(10).sent(0, 791);

        assertThat(life.episodes()).containsExactly("0..600 bad 600 carried 0", "721..781 bad 60 carried 479");
    }
}
