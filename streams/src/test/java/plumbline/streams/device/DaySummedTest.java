package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DaySummary.Finished;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Profile;
import plumbline.streams.Sitter;

/** A device's days, from readings, decisions, answers, profile and the clock. */
class DaySummedTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-05T00:00:00Z");

    private final Device device = Device.storedEachTime();
    private final Sitter sitter = new Sitter(device::take).perUpload(1);

    private List<DaySummary> days() {
        return device.effects.stream()
                .filter(Effect.DaySummed.class::isInstance)
                .map(effect -> ((Effect.DaySummed) effect).summary())
                .toList();
    }

    private DaySummary newest() {
        return days().get(days().size() - 1);
    }

    @Test
    void remindersRaisedAndHeldBackAreCounted() {
        sitter.bad(900).good(60).bad(600).at(MIDNIGHT).good(1);

        assertThat(newest().told().reminders())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Outcome.RAISED, 1, Outcome.HELD_BACK, 3, Outcome.IGNORED, 1));
        assertThat(newest().told().heldBack())
                .containsExactlyInAnyOrderEntriesOf(Map.of("cooldown_same", 2, "own_movement", 1));
        assertThat(device.reminders()).hasSize(1);
    }

    @Test
    void aReminderForSeveralIssuesCountsOnce() {
        device.settings(Map.of("rounded-shoulders.long", "7m"));
        sitter.slumps(700).at(MIDNIGHT).good(1);

        assertThat(device.decisions())
                .filteredOn(decision -> decision.rule().equals("merged"))
                .hasSize(1);
        assertThat(newest().told().reminders())
                .containsEntry(Outcome.RAISED, device.reminders().size());
    }

    @Test
    void whatTheWearerFinishedIsCounted() {
        sitter.bad(60);
        Answer swim = new Answer.Finished(Sitter.BEGIN, FinishedKind.SWIM, null, 45);
        device.answers(swim);
        device.answers(swim);
        sitter.at(MIDNIGHT).good(1);

        assertThat(newest().told().finished())
                .containsExactlyInAnyOrderEntriesOf(Map.of(FinishedKind.SWIM, new Finished(1, 45)));
    }

    @Test
    void doneToAReminderIsNothingFinished() {
        sitter.bad(430);
        String reminder = device.reminders().get(0).id();
        device.answers(new Answer.ToReminder(Sitter.BEGIN.plusSeconds(430), reminder, AnswerWord.DONE, null));
        sitter.at(MIDNIGHT).good(1);

        assertThat(newest().told().reminders()).containsKey(Decision.Outcome.RAISED);
        assertThat(newest().told().finished()).isEmpty();
    }

    @Test
    void aReportFromAClockThatRunsAheadIsOfTheDayInWhichItArrived() {
        sitter.at(MIDNIGHT.minusSeconds(600)).good(60);
        device.answers(new Answer.Finished(MIDNIGHT.plusSeconds(3_600), FinishedKind.WALK, null, 10));
        sitter.at(MIDNIGHT).good(1);

        assertThat(newest().told().finished()).containsKey(FinishedKind.WALK);
    }

    @Test
    void theMachineWakesForASilentDevicesMidnight() {
        sitter.at(MIDNIGHT.minusSeconds(60)).bad(57);
        while (device.wakesAt() < MIDNIGHT.plus(Duration.ofDays(7)).toEpochMilli()) {
            device.timePasses(device.wakesAt());
        }

        assertThat(days()).hasSize(1);
        assertThat(days().get(0).date()).isEqualTo("2026-03-04");
        assertThat(days().get(0).complete()).isTrue();
        assertThat(days().get(0)
                        .measured()
                        .issues()
                        .get(PostureIssue.FORWARD_NECK)
                        .badSeconds())
                .isEqualTo(60);

        sitter.at(MIDNIGHT.plusSeconds(40_000)).good(1).silent(86_400).good(1);
        assertThat(newest().date()).isEqualTo("2026-03-05");
        assertThat(newest().measured().issues().get(PostureIssue.FORWARD_NECK).badSeconds())
                .as("what the last reading stood for beyond midnight")
                .isEqualTo(6);
    }

    @Test
    void midnightEndsNoDayWhoseUploadIsStillToCome() {
        sitter.perUpload(10).at(MIDNIGHT.minusSeconds(605)).bad(600);
        assertThat(device.wakesAt())
                .isBetween(MIDNIGHT.toEpochMilli(), MIDNIGHT.plusSeconds(60).toEpochMilli());
        device.timePasses(device.wakesAt());
        assertThat(days()).noneMatch(DaySummary::complete);

        sitter.bad(10);
        assertThat(days())
                .filteredOn(DaySummary::complete)
                .singleElement()
                .satisfies(day -> assertThat(day.measured()
                                .issues()
                                .get(PostureIssue.FORWARD_NECK)
                                .badSeconds())
                        .isEqualTo(605));
    }

    @Test
    void theWearersZoneMakesTheDay() {
        device.profile(new Profile(1, "Asia/Tokyo", null, null, false, null));
        sitter.at(Instant.parse("2026-03-04T14:59:00Z")).bad(61);

        assertThat(days()).hasSize(1);
        assertThat(newest().zone()).isEqualTo("Asia/Tokyo");
        assertThat(newest().end()).isEqualTo("2026-03-04T15:00:00Z");
        assertThat(newest().key()).isEqualTo("pl-1/2026-03-04");
    }

    @Test
    void aZoneOnALaterDateEndsTheDayAtOnce() {
        sitter.at(Instant.parse("2026-03-04T20:00:00Z")).bad(60);
        device.profile(new Profile(1, "Asia/Tokyo", null, null, false, null));

        assertThat(days()).hasSize(1);
        assertThat(newest().complete()).isTrue();
        assertThat(newest().zone()).isEqualTo("UTC");
    }

    @Test
    void howOftenIsASetting() {
        device.settings(Map.of("day.every", "1m"));
        sitter.good(181);

        assertThat(days()).extracting(DaySummary::revision).containsExactly(1, 2, 3);
    }

    @Test
    void duplicatesAreNotSummedUpTwice() {
        sitter.bad(100);
        new Sitter(device::take).perUpload(1).bad(100);
        sitter.at(MIDNIGHT).good(1);

        assertThat(newest().measured().wornSeconds()).isEqualTo(109);
    }
}
