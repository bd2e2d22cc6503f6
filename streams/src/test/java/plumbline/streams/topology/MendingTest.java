package plumbline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.device.Upload;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.KafkaTopic;
import plumbline.streams.Sitter;

/** What comes late changes what was. */
class MendingTest extends LateScene {
    @Test
    void aHoleThatIsFilledJoinsWhatItHadParted() {
        sitter.bad(1_000);
        onTime(0, 20);
        onTime(60, 100);
        assertThat(history()).contains("forward_neck 0..209 bad 209 GAP", "forward_neck 600..");

        late(20, 60, 1_005);
        mend();
        assertThat(history()).isEqualTo("forward_neck 0..840 bad 840 LONG");
    }

    @Test
    void whatWasOneBecomesTwo() {
        sitter.bad(200).good(100).bad(100).good(60);
        onTime(0, 20);
        onTime(30, uploads.size());
        assertThat(history()).isEqualTo("forward_neck 0..400 bad 309 GOOD_POSTURE");

        late(20, 30, 605);
        mend();
        assertThat(history())
                .isEqualTo("forward_neck 0..200 bad 200 GOOD_POSTURE; forward_neck 300..400 bad 100 GOOD_POSTURE");
    }

    @Test
    void whatWasNoneIsTakenBackWithATombstone() {
        sitter.bad(50).good(40).bad(50).good(60);
        onTime(0, 5);
        onTime(9, uploads.size());
        assertThat(history()).isEqualTo("forward_neck 0..140 bad 109 GOOD_POSTURE");
        pipeline.published(KafkaTopic.EPISODES);

        late(5, 9, 605);
        mend();
        assertThat(history()).isEmpty();
        assertThat(pipeline.published(KafkaTopic.EPISODES)).singleElement().matches(record -> record.value() == null);
    }

    @Test
    void theOpenEpisodeGoesOnUnderTheIdThatItHasNow() {
        sitter.bad(1_100).good(60);
        onTime(0, 20);
        onTime(60, 100);
        late(20, 60, 1_000.2);
        mend();
        onTime(100, uploads.size());

        assertThat(history()).isEqualTo("forward_neck 0..1100 bad 1100 GOOD_POSTURE");
    }

    @Test
    void revisionsOnlyRise() {
        sitter.bad(1_100).good(60);
        onTime(0, 20);
        onTime(60, 100);
        late(20, 60, 1_000.2);
        mend();
        onTime(100, uploads.size());

        assertThatRevisionsRise();
    }

    private void assertThatRevisionsRise() {
        Map<String, List<Integer>> revisions = pipeline.published(KafkaTopic.EPISODES).stream()
                .filter(record -> record.value() != null)
                .map(Pipeline::episode)
                .collect(
                        Collectors.groupingBy(Episode::id, Collectors.mapping(Episode::revision, Collectors.toList())));
        assertThat(revisions.values())
                .allSatisfy(list -> assertThat(list).isSorted().doesNotHaveDuplicates());
    }

    /** Of an episode that was published more often than its readings alone tell of. */
    private void comesInPieces() {
        sitter.good(30).bad(1_170).good(60);
        onTime(0, 1);
        onTime(2, 20);
        onTime(60, 100);
        for (int piece = 20; piece < 60; piece += 10) {
            late(piece, piece + 10, 1_000 + 10 * piece);
            mend();
        }
        assertThat(pipeline.reads()).isEqualTo(4);
    }

    @Test
    void soTheyDoWhereAnotherMendFindsTheSame() {
        comesInPieces();
        late(1, 2, 1_700);
        mend();
        uploads.subList(100, uploads.size()).forEach(upload -> pipeline.upload(upload, after(1_800)));

        assertThat(pipeline.reads()).isEqualTo(5);
        assertThatRevisionsRise();
    }

    @Test
    void soTheyDoWhereThatIsOfAnEndThatIsTakenBackLater() {
        comesInPieces();
        pipeline.silence(Duration.ofMinutes(10));
        assertThat(history()).contains("GAP");
        late(1, 2, 2_400);
        mend();
        uploads.subList(100, uploads.size()).forEach(upload -> pipeline.upload(upload, after(2_500)));

        assertThat(history()).isEqualTo("forward_neck 30..1200 bad 1170 GOOD_POSTURE");
        assertThatRevisionsRise();
    }

    @Test
    void aBacklogOfOverADayIsKeptWholeWhereUploadsOvertakeEachOther() {
        sitter.bad(900).good(60);
        onTime(0, 30);
        pipeline.silence(Duration.ofMinutes(10));
        assertThat(history()).isEqualTo("forward_neck 0..309 bad 309 GAP");

        double sent = 30 * 3_600;
        late(31, 50, sent);
        late(30, 31, sent + 0.2);
        late(50, uploads.size(), sent + 1);
        mend();
        assertThat(pipeline.reads()).isEqualTo(1);
        assertThat(history()).isEqualTo("forward_neck 0..900 bad 900 GOOD_POSTURE");
    }

    @Test
    void aChairThatTellsOncePerSpanIsNotGoneInBetween() {
        for (int span = 0; span < 4; span++) {
            sitter.satFrom(1_800 * span, 1_800 * (span + 1));
        }
        for (Upload span : uploads) {
            pipeline.upload(span);
            pipeline.silence(Duration.ofMinutes(29));
        }

        assertThat(history()).startsWith("prolonged_sitting 0..7200 bad 7200 ").doesNotContain("GAP");
        assertThat(pipeline.reads()).isZero();
    }

    @Test
    void whatIsADayLateIsStillWorkedInAndAMillisecondMoreIsNot() {
        sitter.bad(200).good(60);
        int first = uploads.size();
        sitter.silent(86_400 - 260 + 5).good(60);
        onTime(10, first);
        onTime(first, uploads.size());
        for (int i = 0; i < 9; i++) {
            pipeline.upload(uploads.get(i), newest(i).plus(Duration.ofDays(1)));
        }
        pipeline.upload(uploads.get(9), newest(9).plus(Duration.ofDays(1)).plusMillis(1));
        mend();

        assertThat(pipeline.published(KafkaTopic.DEAD_LETTERS))
                .singleElement()
                .satisfies(letter -> assertThat(Pipeline.headers(letter)).contains("reason: too_late"));
        assertThat(history()).isEqualTo("forward_neck 0..200 bad 199 GOOD_POSTURE");
    }

    @Test
    void whatLayAtTheBrokerForAWeekIsNotTakenForNow() {
        sitter.saysWhenSent().bad(200).silent(8 * 86_400 - 200).bad(200).good(60);
        onTime(10, uploads.size() - 1);
        uploads.subList(0, 10).forEach(upload -> pipeline.upload(upload, after(8 * 86_400 + 255)));
        onTime(uploads.size() - 1, uploads.size());
        mend();

        assertThat(history())
                .isEqualTo("forward_neck 100..209 bad 109 GAP; forward_neck 691200..691400 bad 200 GOOD_POSTURE");
        assertThat(pipeline.published(KafkaTopic.DEAD_LETTERS))
                .hasSize(10)
                .allSatisfy(letter -> assertThat(Pipeline.headers(letter)).contains("reason: clock_out_of_range"));
    }

    /** Five days without an hour in which nothing is measured, so that no restart is known that is near enough. */
    private void neverRests(int eveningSeconds) {
        sitter.every(10_000).perUpload(360);
        for (int day = 0; day < 5; day++) {
            sitter.bad(eveningSeconds).good(86_400 - eveningSeconds);
        }
    }

    @Test
    void whoNeverRestsHasTheirHistoryMendedFromWhereNothingBadWasLeft() {
        neverRests(7_200);
        onTime(0, 97);
        onTime(98, uploads.size());
        int late = 4 * 24 * 3_600;
        assertThat(history()).contains("forward_neck " + late + ".." + (late + 3_620) + " bad 3620 GAP");

        late(97, 98, 5 * 24 * 3_600);
        mend();
        assertThat(history())
                .contains("forward_neck " + late + ".." + (late + 7_200) + " bad 7200 GOOD_POSTURE")
                .doesNotContain("GAP");
    }

    @Test
    void whoIsBadThroughoutKeepsTheEpisodeThatIsKnown() {
        neverRests(86_400);
        sitter.good(3_600);
        onTime(0, 97);
        onTime(98, 118);
        String before = history();
        assertThat(before).contains("GAP", "LONG");

        late(97, 98, 118 * 3_600);
        mend();
        onTime(118, uploads.size());
        assertThat(history().split(";")).hasSameSizeAs(before.split(";"));
        assertThat(history()).contains("forward_neck " + 98 * 3_600 + "..").contains("GOOD_POSTURE");
        assertThat(pipeline.reads()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-20, -20_000, 3})
    void whatAClockThatIsDaysOffSentLateIsMovedByAsMuchAsTheRest(long daysOff) {
        sitter.saysWhenSent().bad(1_000).good(60);
        for (int i = 0; i < uploads.size(); i++) {
            if (i < 20 || i >= 60) {
                arrives(i, daysOff, uploads.get(i).sentAtMillis());
            }
        }
        for (int i = 20; i < 60; i++) {
            arrives(i, daysOff, newest(i).plus(Duration.ofDays(1)).toEpochMilli());
        }
        mend();

        assertThat(history()).isEqualTo("forward_neck 0..1000 bad 1000 GOOD_POSTURE");
        assertThat(pipeline.published(KafkaTopic.DEAD_LETTERS)).isEmpty();
    }

    private void arrives(int upload, long daysOff, long atMillis) {
        Upload sent = uploads.get(upload).later(Duration.ofDays(daysOff).toMillis());
        pipeline.upload(sent, Instant.ofEpochMilli(atMillis));
    }

    @Test
    void nothingIsReadBackWhileNothingIsLate() {
        sitter.bad(1_000).good(200);
        onTime(0, uploads.size());
        pipeline.silence(Duration.ofHours(1));

        assertThat(pipeline.reads()).isZero();
    }

    @Test
    void aBacklogIsWorkedInOnce() {
        sitter.bad(1_000).good(200);
        onTime(0, 10);
        onTime(100, 120);
        for (int i = 10; i < 100; i++) {
            late(i, i + 1, 1_205 + i * 0.1);
        }
        mend();
        pipeline.silence(Duration.ofHours(1));

        assertThat(pipeline.reads()).isEqualTo(1);
    }

    @Test
    void anEndThatSilenceToldIsTakenBackWhenReadingsGoOnAfterAll() {
        sitter.bad(200);
        onTime(0, 10);
        pipeline.silence(Duration.ofMinutes(10));
        assertThat(history()).isEqualTo("forward_neck 0..109 bad 109 GAP");

        late(10, 20, 800);
        assertThat(pipeline.history().values())
                .singleElement()
                .extracting(Episode::state)
                .isEqualTo(EpisodeState.ACTIVE);
        mend();
        pipeline.silence(Duration.ofMinutes(10));
        assertThat(pipeline.history().values()).singleElement().satisfies(episode -> {
            assertThat(episode.closeReason()).isEqualTo(CloseReason.GAP);
            assertThat(episode.badSeconds()).isEqualTo(209);
        });
    }

    @Test
    void norIsItTheEndWhereABadReadingStoodForAsLongAsARecoveryTakes() {
        sitter.every(40_000).perUpload(5).bad(400);
        onTime(0, 1);
        pipeline.silence(Duration.ofMinutes(10));
        assertThat(history()).isEqualTo("forward_neck 0..280 bad 280 GAP");

        late(1, 2, 800);
        assertThat(history()).isEqualTo("forward_neck 0..160 bad 160 ACTIVE");
    }

    @Test
    void aDeviceThatIsGoneForTwoWeeksIsForgotten() {
        sitter.bad(200);
        onTime(0, uploads.size());
        pipeline.silence(Duration.ofDays(14).minusMillis(1));
        assertThat(pipeline.states()).hasSize(1);

        pipeline.silence(A_MOMENT);
        assertThat(pipeline.states()).isEmpty();
        assertThat(pipeline.published(KafkaTopic.STATUS)).last().matches(record -> record.value() == null);
    }

    @Test
    void butNotWhatItsWearerHasChosen() {
        pipeline.arrives(KafkaTopic.PROFILES, "{\"v\":1,\"zone\":\"Europe/Berlin\"}", Sitter.BEGIN);
        sitter.bad(200);
        onTime(0, uploads.size());
        pipeline.silence(Duration.ofDays(15));

        assertThat(pipeline.states()).hasSize(1);
        pipeline.arrives(KafkaTopic.PROFILES, Pipeline.DEVICE, null, after(2_000_000));
        assertThat(pipeline.states()).isEmpty();
    }
}
