package plumbline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.device.Upload;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.Sitter;

/** What comes late changes the days that it was measured in, whether they are over or not. */
class DayMendingTest extends PipelineScene {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);
    private static final LocalDate THURSDAY = WEDNESDAY.plusDays(1);
    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final List<Upload> lost = new ArrayList<>();
    private boolean loses;
    private Instant now = Instant.EPOCH;
    private final Sitter sitter = new Sitter(this::take);

    private void take(Upload upload) {
        now = Instant.ofEpochMilli(upload.times().timeMillis(upload.size() - 1)).plusMillis(500);
        if (loses) {
            lost.add(upload);
        } else {
            pipeline.upload(upload);
        }
    }

    private Sitter onTime() {
        loses = false;
        return sitter;
    }

    private Sitter late() {
        loses = true;
        return sitter;
    }

    /** All that was lost comes now, and is worked in. */
    private void comes() {
        lost.forEach(upload -> pipeline.upload(upload, now));
        lost.clear();
        for (int i = 0; i < 3; i++) {
            pipeline.silence(QUIET);
            pipeline.silence(A_MOMENT);
        }
    }

    private DaySummary day(LocalDate date) {
        return pipeline.days().get(date);
    }

    private static double bad(DaySummary day) {
        return day.measured().issues().get(PostureIssue.FORWARD_NECK).badSeconds();
    }

    private static Instant at(LocalDate date, String time) {
        return Instant.parse(date + "T" + time + ":00Z");
    }

    @Test
    void aDayThatIsOverIsSummedUpAnew() {
        onTime().bad(600);
        late().bad(400);
        onTime().bad(200).good(60).at(at(THURSDAY, "08:00")).good(60);
        DaySummary before = day(WEDNESDAY);
        assertThat(bad(before)).isEqualTo(809);

        comes();
        DaySummary after = day(WEDNESDAY);
        assertThat(bad(after)).isEqualTo(1_200);
        assertThat(after.measured().wornSeconds()).isEqualTo(1_269);
        assertThat(after.measured().coverage()).isEqualTo(1);
        assertThat(after.complete()).isTrue();
        assertThat(after.revision()).isEqualTo(before.revision() + 1);
    }

    @Test
    void whatWasToldInItStays() {
        onTime().bad(700);
        late().bad(300);
        onTime().good(300).at(at(THURSDAY, "08:00")).good(60);
        assertThat(day(WEDNESDAY).told().reminders()).containsEntry(Outcome.RAISED, 1);
        DaySummary.Told before = day(WEDNESDAY).told();

        comes();
        assertThat(bad(day(WEDNESDAY))).isEqualTo(1_000);
        assertThat(day(WEDNESDAY).told()).isEqualTo(before);
    }

    @Test
    void theDayThatGoesOnIsPutRightWithItsNextRevision() {
        onTime().bad(600);
        late().bad(400);
        onTime().good(60);
        assertThat(day(WEDNESDAY)).isNull();
        comes();
        onTime().good(3_600);
        assertThat(bad(day(WEDNESDAY))).isEqualTo(1_000);

        onTime().at(at(THURSDAY, "08:00")).good(1);
        assertThat(bad(day(WEDNESDAY))).isEqualTo(1_000);
        assertThat(day(WEDNESDAY).measured().wornSeconds()).isEqualTo(4_669);
    }

    @Test
    void aDayOfWhichNothingHadComeIsTold() {
        onTime().at(at(WEDNESDAY.minusDays(1), "20:00")).good(60);
        late().at(at(WEDNESDAY, "20:00")).bad(300);
        onTime().at(at(THURSDAY, "08:00")).good(60);
        assertThat(pipeline.days()).doesNotContainKey(WEDNESDAY);

        comes();
        assertThat(bad(day(WEDNESDAY))).isEqualTo(309);
        assertThat(day(WEDNESDAY).revision()).isEqualTo(1);
        assertThat(day(WEDNESDAY).complete()).isTrue();
    }

    @Test
    void whatRunsOverMidnightChangesBothDays() {
        onTime().at(at(WEDNESDAY, "23:50")).bad(300);
        late().bad(600);
        onTime().bad(300).good(60);
        assertThat(bad(day(WEDNESDAY))).isEqualTo(309);

        comes();
        onTime().at(at(THURSDAY.plusDays(1), "00:00")).good(1);
        assertThat(bad(day(WEDNESDAY))).isEqualTo(600);
        assertThat(bad(day(THURSDAY))).isEqualTo(600);
        assertThat(day(THURSDAY).measured().first()).isEqualTo(at(THURSDAY, "00:00"));
    }

    @Test
    void whatWasMeasuredThatMorningBeforeALongRestStillCounts() {
        onTime().at(at(WEDNESDAY, "07:00")).bad(600).good(60);
        onTime().at(at(WEDNESDAY, "14:00")).bad(300);
        late().bad(300);
        onTime().good(60);
        comes();
        onTime().at(at(THURSDAY, "08:00")).good(60);

        assertThat(bad(day(WEDNESDAY))).isEqualTo(1_200);
        assertThat(day(WEDNESDAY).measured().first()).isEqualTo(at(WEDNESDAY, "07:00"));
    }

    @Test
    void aDayBeforeTheLateReadingsStaysAsItIs() {
        onTime().at(at(WEDNESDAY, "07:00")).bad(600).good(60);
        onTime().at(at(THURSDAY, "07:00")).bad(300);
        late().bad(300);
        onTime().good(60).at(at(THURSDAY, "23:00")).good(60);
        int before = day(WEDNESDAY).revision();
        comes();

        assertThat(day(WEDNESDAY).revision()).isEqualTo(before);
    }

    @Test
    void aDayThatBeginsOffTheBodyIsSummedUpFromThere() {
        onTime().does(Activity.OFF_BODY, 0, 0, 60).bad(300);
        late().bad(300);
        onTime().good(60).at(at(THURSDAY, "08:00")).good(60);
        comes();

        assertThat(bad(day(WEDNESDAY))).isEqualTo(600);
        assertThat(day(WEDNESDAY).measured().first()).isEqualTo(Sitter.BEGIN);
    }

    @Test
    void aDayThatBeganInAnotherZoneKeepsItsBounds() {
        pipeline.arrives(KafkaTopic.PROFILES, "{\"v\":1,\"zone\":\"Europe/Berlin\"}", at(WEDNESDAY, "06:00"));
        onTime().at(at(WEDNESDAY, "07:00")).bad(600).good(60);
        pipeline.arrives(KafkaTopic.PROFILES, "{\"v\":1,\"zone\":\"America/Los_Angeles\"}", at(WEDNESDAY, "08:00"));
        onTime().at(at(THURSDAY, "05:00")).bad(300);
        late().bad(300);
        onTime().good(60).at(at(THURSDAY, "09:00")).good(60);
        assertThat(bad(day(WEDNESDAY))).isEqualTo(909);

        comes();
        assertThat(bad(day(WEDNESDAY))).isEqualTo(1_200);
        assertThat(day(WEDNESDAY).start()).isEqualTo(at(WEDNESDAY.minusDays(1), "23:00"));
        assertThat(day(WEDNESDAY).end()).isEqualTo(at(THURSDAY, "08:00"));
    }

    @Test
    void whatADeviceSendsOfADayThatReportsHaveEndedIsAddedToIt() {
        onTime().bad(300);
        finishes(at(THURSDAY, "08:00"));
        finishes(at(THURSDAY.plusDays(1), "08:00"));
        assertThat(bad(day(WEDNESDAY))).isEqualTo(309);
        assertThat(day(WEDNESDAY).complete()).isTrue();

        late().bad(600).good(60);
        now = at(THURSDAY.plusDays(1), "08:01");
        comes();
        assertThat(bad(day(WEDNESDAY))).isEqualTo(900);
        onTime().at(at(THURSDAY.plusDays(2), "08:00")).good(1);
        assertThat(day(THURSDAY).measured().first()).isNull();
    }

    private void finishes(Instant at) {
        String report = "{\"v\":1,\"at\":" + at.toEpochMilli() + ",\"finished\":{\"kind\":\"walk\",\"minutes\":10}}";
        pipeline.arrives(KafkaTopic.ANSWERS, report, at);
    }

    @Test
    void aDayThatIsPublishedWhileItsHistoryIsReadKeepsWhatItSays() {
        onTime().at(at(WEDNESDAY, "20:00")).bad(600);
        late().bad(300);
        onTime().good(60);
        lost.forEach(upload -> pipeline.upload(upload, now));
        pipeline.silence(QUIET);
        pipeline.arrives(KafkaTopic.PROFILES, "{\"v\":1,\"zone\":\"Asia/Tokyo\"}", now.plus(QUIET));
        DaySummary flown = day(WEDNESDAY);
        assertThat(flown.complete()).isTrue();
        assertThat(bad(flown)).isEqualTo(609);

        pipeline.silence(A_MOMENT);
        assertThat(bad(day(WEDNESDAY))).isEqualTo(900);
        assertThat(day(WEDNESDAY).complete()).isTrue();
        assertThat(day(WEDNESDAY).end()).isEqualTo(flown.end());
        assertThat(day(WEDNESDAY).revision()).isEqualTo(flown.revision() + 1);
    }

    @Test
    void aDayThatALateReadingChangesInNothingIsNotPublishedAgain() {
        onTime().good(600);
        late().silent(0.5).good(1);
        onTime().silent(-1).good(60).at(at(THURSDAY, "08:00")).good(60);
        pipeline.published(KafkaTopic.DAYS);
        comes();

        assertThat(pipeline.reads()).isEqualTo(1);
        assertThat(pipeline.published(KafkaTopic.DAYS)).isEmpty();
    }
}
