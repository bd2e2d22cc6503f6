package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Profile;
import plumbline.streams.Sitter;

/** Each rule that holds a reminder back, at its bound and one past it. */
class HoldRuleTest {
    private static Sitter sitter(Reminded reminded) {
        return new Sitter(reminded::take).perUpload(1);
    }

    private static Profile pausedUntil(Instant until) {
        return new Profile(1, null, null, null, false, until);
    }

    @Test
    void aReadingThatArrivesExactlyTwoMinutesLateIsFresh() {
        Reminded reminded = new Reminded().lag(120_000);
        sitter(reminded).bad(421);

        assertThat(reminded.lines()).containsExactly("420 raised first forward_neck");
    }

    @Test
    void aReadingThatArrivesMoreThanTwoMinutesLateIsStale() {
        Reminded reminded = new Reminded().lag(120_001);
        sitter(reminded).bad(430);

        assertThat(reminded.lines()).containsExactly("420 held_back stale forward_neck");
    }

    @Test
    void sittingIsFreshForExactlyFiveMinutes() {
        Reminded fresh = new Reminded().lag(300_000);
        sitter(fresh).sits(1_801);
        Reminded stale = new Reminded().lag(300_001);
        sitter(stale).sits(1_801);

        assertThat(fresh.lines()).containsExactly("1800 raised first prolonged_sitting");
        assertThat(stale.lines()).containsExactly("1800 held_back stale prolonged_sitting");
    }

    @Test
    void freshIsTheNewestReadingOfTheIssueItself() {
        Reminded reminded = new Reminded();
        sitter(reminded).slumps(841).shoulders(20, 900);

        assertThat(reminded.lines())
                .as("the neck's last angle is too old by the time the cooldown lets go")
                .contains("961 held_back stale forward_neck")
                .doesNotContain("1620 raised repeat forward_neck");
    }

    @Test
    void historicalReadingsNeverRemind() {
        Reminded reminded = new Reminded();
        sitter(reminded).historical(true).bad(421);

        assertThat(reminded.lines()).containsExactly("420 held_back stale forward_neck");
    }

    @Test
    void pausedUntilThatVeryMoment() {
        Reminded reminded = new Reminded().profile(pausedUntil(Sitter.BEGIN.plusSeconds(500)));
        sitter(reminded).bad(500);
        assertThat(reminded.lines()).containsExactly("420 held_back paused forward_neck until 500");

        sitter(reminded).at(Sitter.BEGIN.plusSeconds(500)).bad(1);
        assertThat(reminded.lines()).last().isEqualTo("500 raised first forward_neck");
    }

    private static Profile onVacation(String from, String to) {
        Profile.Vacation vacation = new Profile.Vacation(LocalDate.parse(from), LocalDate.parse(to));
        return new Profile(1, null, null, null, false, null, vacation);
    }

    @Test
    void aVacationHoldsBackUpToTheEndOfItsLastDay() {
        Reminded reminded = new Reminded("quiet.to=22:00").profile(onVacation("2026-03-01", "2026-03-04"));
        sitter(reminded).at(Instant.parse("2026-03-04T23:50:00Z")).bad(601);

        assertThat(reminded.decisions).extracting(Decision::rule).containsExactly("vacation", "first");
        assertThat(reminded.decisions.get(0).text()).isEqualTo("held back: on vacation until 00:00");
        assertThat(reminded.decisions.get(1).at()).isEqualTo(Instant.parse("2026-03-05T00:00:00Z"));
    }

    @Test
    void aVacationBeginsWithItsFirstDay() {
        Reminded before = new Reminded("quiet.to=22:00").profile(onVacation("2026-03-05", "2026-03-20"));
        sitter(before).at(Instant.parse("2026-03-04T23:52:59Z")).bad(421);
        Reminded within = new Reminded("quiet.to=22:00").profile(onVacation("2026-03-05", "2026-03-20"));
        sitter(within).at(Instant.parse("2026-03-04T23:53:00Z")).bad(421);

        assertThat(before.decisions).extracting(Decision::rule).containsExactly("first");
        assertThat(within.decisions).extracting(Decision::rule).containsExactly("vacation");
        assertThat(within.decisions.get(0).text()).isEqualTo("held back: on vacation until Sat 21 Mar 00:00");
    }

    @Test
    void aVacationIsOfTheWearersOwnDays() {
        Reminded auckland =
                new Reminded("zone=Pacific/Auckland", "quiet.to=22:00").profile(onVacation("2026-03-05", "2026-03-05"));
        sitter(auckland).at(Instant.parse("2026-03-04T11:00:00Z")).bad(421);

        assertThat(auckland.decisions).extracting(Decision::rule).containsExactly("vacation");
        assertThat(auckland.decisions.get(0).until()).isEqualTo(Instant.parse("2026-03-05T11:00:00Z"));
    }

    @Test
    void aVacationOverASpringForwardEndsAtMidnight() {
        Reminded berlin =
                new Reminded("zone=Europe/Berlin", "quiet.to=22:00").profile(onVacation("2026-03-28", "2026-03-29"));
        sitter(berlin).at(Instant.parse("2026-03-28T12:00:00Z")).bad(421);

        assertThat(berlin.decisions.get(0).until()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(berlin.decisions.get(0).text()).isEqualTo("held back: on vacation until Mon 30 Mar 00:00");
    }

    @Test
    void quietHoursHoldBackWithTheirEnd() {
        Reminded reminded = new Reminded("zone=Europe/Berlin", "quiet.from=11:00", "quiet.to=11:10");
        sitter(reminded).bad(601);

        assertThat(reminded.lines())
                .containsExactly("420 held_back quiet_hours forward_neck until 600", "600 raised first forward_neck");
        assertThat(reminded.decisions.get(0).text()).isEqualTo("held back: quiet hours until 11:10");
    }

    @Test
    void lunchHoldsBackWithItsEnd() {
        Reminded reminded = new Reminded("zone=Europe/Berlin", "lunch.from=11:00", "lunch.to=11:10");
        sitter(reminded).bad(601);

        assertThat(reminded.lines())
                .containsExactly("420 held_back lunch forward_neck until 600", "600 raised first forward_neck");
        assertThat(reminded.decisions.get(0).text()).isEqualTo("held back: lunch until 11:10");
    }

    @Test
    void outsideWorkingHoursNothingIsRaisedUntilTheyBegin() {
        Reminded reminded = new Reminded("work.days=wed", "work.from=10:10", "work.to=10:20");
        sitter(reminded).bad(601);

        assertThat(reminded.lines())
                .containsExactly("420 held_back off_work forward_neck until 600", "600 raised first forward_neck");
    }

    @Test
    void afterWorkTheDayIsNamedOnWhichItBeginsAgain() {
        Reminded reminded = new Reminded("work.days=mon-wed", "work.from=09:00", "work.to=10:00");
        sitter(reminded).bad(421);

        assertThat(reminded.decisions.get(0).text())
                .isEqualTo("held back: outside working hours until Mon 9 Mar 09:00");
    }

    @Test
    void everyRuleIsAsked() {
        assertThat(HoldRule.ORDER).containsExactlyInAnyOrder(HoldRule.values());
    }

    @Test
    void theDaysCapHoldsBackAtThatNumber() {
        Reminded reminded = new Reminded("cap.day=1", "cooldown.same=0s", "cooldown.any=0s");
        sitter(reminded).bad(1_000);

        assertThat(reminded.lines())
                .containsExactly("420 raised first forward_neck", "840 held_back cap_day forward_neck");
    }

    @Test
    void theDaysCapCountsAllIssues() {
        Reminded reminded = new Reminded("cap.day=2", "cap.extra=0", "cooldown.same=0s", "cooldown.any=0s");
        sitter(reminded).slumps(841);

        assertThat(reminded.lines())
                .containsExactly(
                        "420 raised first forward_neck",
                        "600 raised first rounded_shoulders",
                        "840 held_back cap_day forward_neck");
    }

    @Test
    void aMergedReminderCountsOnceForTheDayAndOnceForEachIssue() {
        Reminded reminded = new Reminded(
                "cap.day=2",
                "cap.issue=1",
                "cap.extra=0",
                "rounded-shoulders.long=7m",
                "cooldown.same=0s",
                "cooldown.any=0s");
        sitter(reminded).slumps(841);

        assertThat(reminded.lines())
                .containsExactly(
                        "420 raised first forward_neck",
                        "420 raised merged rounded_shoulders",
                        "840 held_back cap_issue forward_neck",
                        "840 held_back cap_issue rounded_shoulders");
    }

    @Test
    void levelThreeMayUseTheExtraOnes() {
        Reminded reminded = new Reminded("cap.issue=1", "cap.extra=1", "cooldown.same=0s", "cooldown.any=0s");
        sitter(reminded).bad(2_101);

        assertThat(reminded.lines())
                .containsExactly(
                        "420 raised first forward_neck",
                        "840 held_back cap_issue forward_neck",
                        "1680 raised repeat forward_neck",
                        "2100 held_back cap_issue forward_neck");
    }

    @Test
    void levelThreeMayUseTheExtraOnesOfTheDay() {
        Reminded reminded = new Reminded("cap.day=1", "cap.extra=1", "cooldown.same=0s", "cooldown.any=0s");
        sitter(reminded).bad(2_101);

        assertThat(reminded.lines())
                .containsExactly(
                        "420 raised first forward_neck",
                        "840 held_back cap_day forward_neck",
                        "1680 raised repeat forward_neck",
                        "2100 held_back cap_day forward_neck");
    }

    @Test
    void theCapBeginsAnewAtTheWearersOwnMidnight() {
        Reminded auckland = new Reminded(
                "zone=Pacific/Auckland",
                "cap.day=1",
                "cooldown.same=0s",
                "cooldown.any=0s",
                "quiet.from=00:00",
                "quiet.to=00:00");
        sitter(auckland).at(Instant.parse("2026-03-04T10:50:00Z")).bad(841);
        Reminded utc = new Reminded("cap.day=1", "cooldown.same=0s", "cooldown.any=0s");
        sitter(utc).at(Instant.parse("2026-03-04T10:50:00Z")).bad(841);

        assertThat(auckland.rules()).containsExactly("first", "repeat");
        assertThat(utc.rules()).containsExactly("first", "cap_day");
    }

    @Test
    void sameIssueCoolsDownForExactlyTwentyMinutes() {
        Reminded reminded = new Reminded("cooldown.any=0s");
        sitter(reminded).bad(1_620);
        assertThat(reminded.reminders).hasSize(1);

        sitter(reminded).at(Sitter.BEGIN.plusSeconds(1_620)).bad(1);
        assertThat(reminded.reminders).hasSize(2);
    }

    @Test
    void anyIssueCoolsDownForExactlyTenMinutes() {
        Reminded reminded = new Reminded();
        sitter(reminded).slumps(1_020);
        assertThat(reminded.reminders).hasSize(1);

        sitter(reminded).at(Sitter.BEGIN.plusSeconds(1_020)).slumps(1);
        assertThat(reminded.reminders).hasSize(2);
    }

    @Test
    void inARecordingThatCountsFromZeroNothingCameAShortWhileAgo() {
        Reminded fromZero = new Reminded("quiet.from=00:00", "quiet.to=00:00");
        new Sitter(fromZero::take).at(Instant.EPOCH).bad(421);

        assertThat(fromZero.rules()).containsExactly("first");
    }

    @Test
    void eachRuleIsRecordedOnceHoweverOftenItHoldsBack() {
        Reminded reminded = new Reminded();
        Sitter sitter = sitter(reminded).bad(421);
        for (int i = 0; i < 10; i++) {
            sitter.historical(i % 2 == 0).bad(60);
        }

        assertThat(reminded.lines())
                .containsExactly(
                        "420 raised first forward_neck",
                        "840 held_back stale forward_neck",
                        "841 held_back cooldown_same forward_neck until 1620");
    }

    @Test
    void aHeldBackReminderCarriesTheIdItWillHave() {
        Reminded reminded = new Reminded().profile(pausedUntil(Sitter.BEGIN.plusSeconds(500)));
        sitter(reminded).bad(501);

        assertThat(reminded.decisions)
                .extracting(Decision::reminder)
                .containsOnly(reminded.reminders.get(0).id());
    }

    @Test
    void neutralTimeDoesNotRemind() {
        Reminded reminded = new Reminded("cooldown.same=0s", "cooldown.any=0s");
        sitter(reminded).bad(419).does(Activity.WALKING, 30, 0, 20).bad(2);

        assertThat(reminded.lines()).containsExactly("440 raised first forward_neck");
    }

    @Test
    void rulesAreAskedFromThePlainestToTheFinest() {
        assertThat(HoldRule.ORDER.stream().map(HoldRule::word))
                .containsExactly(
                        "stale",
                        "recalibrate",
                        "paused",
                        "vacation",
                        "snoozed",
                        "quiet_hours",
                        "off_work",
                        "lunch",
                        "cap_day",
                        "cap_issue",
                        "own_movement",
                        "cooldown_same",
                        "cooldown_any",
                        "back_off");
    }

    @Test
    void theIssuesCapBeginsAnewAtMidnightToo() {
        Reminded reminded = new Reminded(
                "cap.issue=1",
                "cap.extra=0",
                "cooldown.same=0s",
                "cooldown.any=0s",
                "quiet.from=00:00",
                "quiet.to=00:00");
        sitter(reminded).at(Instant.parse("2026-03-04T23:50:00Z")).bad(1_261);

        assertThat(reminded.rules()).containsExactly("first", "repeat", "cap_issue");
    }
}
