package plumbline.streams.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.device.Activity;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.Sitter;

/** Where a day begins and ends, by the wearer's own clock. */
class DayBoundsTest {
    private static Instant midnight(String date, String zone) {
        return LocalDate.parse(date).atStartOfDay(ZoneId.of(zone)).toInstant();
    }

    private static Duration length(DaySummary day) {
        return Duration.between(day.start(), day.end());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "Asia/Kolkata",
                "Asia/Kathmandu",
                "America/St_Johns",
                "Pacific/Honolulu",
                "Pacific/Kiritimati",
                "Pacific/Chatham"
            })
    void aDayIsSplitExactlyAtTheWearersMidnight(String zone) {
        Summed summed = Summed.in(zone);
        Instant midnight = midnight("2026-03-05", zone);
        new Sitter(summed::take).at(midnight.minusSeconds(600)).bad(600 + 300).takesItOff();
        new Sitter(summed::take).at(midnight.plus(Duration.ofDays(2))).good(1);

        assertThat(summed.dates()).containsExactly("2026-03-04", "2026-03-05");
        assertThat(Summed.bad(summed.day("2026-03-04"))).isEqualTo(600);
        assertThat(Summed.bad(summed.day("2026-03-05"))).isEqualTo(300);
        assertThat(summed.day("2026-03-04").end())
                .isEqualTo(midnight)
                .isEqualTo(summed.day("2026-03-05").start());
        assertThat(summed.day("2026-03-04").zone()).isEqualTo(zone);
    }

    @Test
    void aReadingThatStandsOverMidnightIsSplit() {
        Summed summed = Summed.in("UTC");
        Instant midnight = midnight("2026-03-05", "UTC");
        new Sitter(summed::take)
                .every(7_000)
                .at(midnight.minusSeconds(24).minusMillis(1))
                .bad(70);

        assertThat(Summed.bad(summed.day("2026-03-04"))).isEqualTo(24.001);
        assertThat(summed.bad(PostureIssue.FORWARD_NECK)).isEqualTo(63);
    }

    @Test
    void theLastReadingBeforeAHoleStandsForItsHoldOnBothSidesOfMidnight() {
        Summed summed = Summed.in("UTC");
        Instant midnight = midnight("2026-03-05", "UTC");
        new Sitter(summed::take)
                .at(midnight.minusSeconds(100))
                .bad(97)
                .silent(3_600)
                .good(1);
        new Sitter(summed::take).at(midnight.plus(Duration.ofDays(3))).good(1);

        DaySummary before = summed.day("2026-03-04");
        DaySummary after = summed.day("2026-03-05");
        assertThat(Summed.bad(before)).isEqualTo(100);
        assertThat(before.measured().wornSeconds()).isEqualTo(100);
        assertThat(Summed.bad(after)).isEqualTo(6);
        assertThat(after.measured().wornSeconds()).isEqualTo(6 + 10);
        assertThat(summed.dates()).containsExactly("2026-03-04", "2026-03-05");
    }

    @Test
    void aHoldThatReachesIntoADayWithoutAnyReadingMakesThatDay() {
        Summed summed = Summed.in("UTC");
        Instant midnight = midnight("2026-03-05", "UTC");
        new Sitter(summed::take).at(midnight.minusSeconds(100)).bad(97);
        new Sitter(summed::take).at(midnight.plus(Duration.ofDays(3))).good(1);

        assertThat(Summed.bad(summed.day("2026-03-04"))).isEqualTo(100);
        assertThat(Summed.bad(summed.day("2026-03-05"))).isEqualTo(6);
        assertThat(summed.dates()).containsExactly("2026-03-04", "2026-03-05");
    }

    @Test
    void soDoesOneOfGoodPosture() {
        Summed summed = Summed.in("UTC");
        Instant midnight = midnight("2026-03-05", "UTC");
        new Sitter(summed::take).at(midnight.minusSeconds(100)).good(97);
        new Sitter(summed::take).at(midnight.plus(Duration.ofDays(3))).good(1);

        assertThat(summed.dates()).containsExactly("2026-03-04", "2026-03-05");
        assertThat(summed.day("2026-03-04").measured().wornSeconds()).isEqualTo(100);
        assertThat(summed.day("2026-03-05").measured().wornSeconds()).isEqualTo(6);
    }

    @Test
    void anIssueThatIsNotMeasuredOverMidnightIsCreditedWhereItsReadingStood() {
        Summed summed = Summed.in("UTC");
        Instant midnight = midnight("2026-03-05", "UTC");
        new Sitter(summed::take)
                .at(midnight.minusSeconds(65))
                .does(Activity.UNKNOWN, Sitter.BAD_NECK, Sitter.BAD_SHOULDERS, 60)
                .does(Activity.UNKNOWN, Double.NaN, Sitter.BAD_SHOULDERS, 600);
        new Sitter(summed::take).at(midnight.plus(Duration.ofDays(3))).good(1);

        assertThat(Summed.bad(summed.day("2026-03-04"))).isEqualTo(65);
        assertThat(Summed.bad(summed.day("2026-03-05"))).isEqualTo(4);
        assertThat(Summed.of(PostureIssue.ROUNDED_SHOULDERS, summed.day("2026-03-04"))
                        .badSeconds())
                .isEqualTo(65);
    }

    @Test
    void aSittingSpanIsSplitAtEachMidnightItCrosses() {
        Summed summed = Summed.in("UTC");
        Sitter chair = new Sitter(summed::take);
        long hour = 3_600;
        chair.satFrom(0, 40 * hour).satFrom(100 * hour, 101 * hour);

        PostureIssue sitting = PostureIssue.PROLONGED_SITTING;
        assertThat(Summed.of(sitting, summed.day("2026-03-04")).badSeconds()).isEqualTo(14 * hour);
        assertThat(Summed.of(sitting, summed.day("2026-03-05")).badSeconds()).isEqualTo(24 * hour);
        assertThat(Summed.of(sitting, summed.day("2026-03-05")).longestSeconds())
                .isEqualTo(24 * hour);
        assertThat(summed.day("2026-03-05").measured().wornSeconds()).isEqualTo(24 * hour);
        assertThat(Summed.of(sitting, summed.day("2026-03-06")).badSeconds()).isEqualTo(2 * hour);
        assertThat(summed.bad(sitting)).isEqualTo(41 * hour);
    }

    @Test
    void ofASpanThatComesAfterReadingsOfTheNextDayOnlyWhatLiesInThatCounts() {
        Summed summed = Summed.in("UTC");
        Instant midnight = midnight("2026-03-05", "UTC");
        long last = Duration.between(Sitter.BEGIN, midnight).toSeconds();
        new Sitter(summed::take)
                .at(midnight.minusSeconds(300))
                .perUpload(600)
                .good(600)
                .satFrom(last - 300, last - 100)
                .satFrom(last - 100, last + 90);
        new Sitter(summed::take).at(midnight.plus(Duration.ofDays(3))).good(1);

        PostureIssue sitting = PostureIssue.PROLONGED_SITTING;
        assertThat(Summed.of(sitting, summed.day("2026-03-04")).badSeconds()).isZero();
        assertThat(Summed.of(sitting, summed.day("2026-03-05"))).isEqualTo(new DaySummary.OfIssue(90, 1, 90, 90));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,       2026-03-29, 23",
        "Europe/Berlin,       2026-10-25, 25",
        "America/New_York,    2026-03-08, 23",
        "America/New_York,    2026-11-01, 25",
        "Australia/Lord_Howe, 2026-04-05, 24.5",
        "America/Havana,      2026-03-08, 23",
        "America/Sao_Paulo,   2018-02-17, 25",
        "America/St_Johns,    2010-11-06, 24",
        "America/St_Johns,    2010-11-07, 25",
        "Europe/Berlin,       2026-06-01, 24"
    })
    void aDayIsAsLongAsItsClockMakesIt(String zone, String date, double hours) {
        Summed summed = Summed.in(zone);
        long minutes = Math.round((hours + 48) * 60);
        Instant begin = midnight(LocalDate.parse(date).minusDays(1).toString(), zone);
        new Sitter(summed::take)
                .every(60_000)
                .at(begin.plusSeconds(30))
                .bad((int) minutes * 60)
                .silent(86_400)
                .good(60);

        DaySummary day = summed.day(date);
        assertThat(length(day)).isEqualTo(Duration.ofMinutes(Math.round(hours * 60)));
        assertThat(Summed.bad(day)).isEqualTo(hours * 3_600);
        assertThat(day.measured().wornSeconds()).isEqualTo(hours * 3_600);
        assertThat(day.measured().coverage()).isEqualTo(1);
        assertThat(day.complete()).isTrue();
    }

    @Test
    void flyingEastEndsTheDayWhereTheNewZoneIsOnALaterDate() {
        Summed summed = Summed.in("America/Los_Angeles");
        Instant evening = Instant.parse("2026-06-02T05:00:00Z"); // 22:00 on the first
        Sitter wearer = new Sitter(summed::take).at(evening).bad(600);
        summed.goesTo("Europe/Berlin"); // 07:10 on the second
        wearer.bad(600).silent(86_400).good(1);

        DaySummary first = summed.day("2026-06-01");
        DaySummary second = summed.day("2026-06-02");
        assertThat(first.zone()).isEqualTo("America/Los_Angeles");
        assertThat(first.complete()).isTrue();
        assertThat(first.end()).isEqualTo(evening.plusSeconds(599)).isEqualTo(second.start());
        assertThat(Summed.bad(first)).isEqualTo(599);
        assertThat(second.zone()).isEqualTo("Europe/Berlin");
        assertThat(second.end()).isEqualTo("2026-06-02T22:00:00Z");
        assertThat(Summed.bad(second)).isEqualTo(601 + 9);
    }

    @Test
    void flyingWestStaysOnTheNewerDateUntilTheNewZoneReachesItsEnd() {
        Summed summed = Summed.in("Europe/Berlin");
        Instant morning = Instant.parse("2026-06-02T01:00:00Z"); // 03:00 on the second
        Sitter wearer =
                new Sitter(summed::take).at(morning.minusSeconds(4 * 3_600)).bad(600); // 23:00 on the first
        wearer.at(morning).bad(600);
        summed.goesTo("America/Los_Angeles"); // 18:10 on the first
        wearer.bad(600).at(Instant.parse("2026-06-02T20:00:00Z")).bad(600);
        wearer.at(Instant.parse("2026-06-03T08:00:00Z")).good(1);

        assertThat(summed.dates()).containsExactly("2026-06-01", "2026-06-02");
        assertThat(Summed.bad(summed.day("2026-06-01"))).isEqualTo(609);
        DaySummary second = summed.day("2026-06-02");
        assertThat(Summed.bad(second)).isEqualTo(1_200 + 9 + 600 + 9);
        assertThat(second.zone()).isEqualTo("America/Los_Angeles");
        assertThat(second.start()).isEqualTo("2026-06-01T22:00:00Z");
        assertThat(second.end()).isEqualTo("2026-06-03T07:00:00Z");
        assertThat(length(second)).isEqualTo(Duration.ofHours(33));
    }

    @Test
    void aDayThatTheClockHadCompletedIsToldAnewWhereTheFlightMakesItLonger() {
        Summed summed = Summed.in("Europe/Berlin");
        Instant evening = Instant.parse("2026-06-02T20:00:00Z"); // 22:00
        Sitter wearer = new Sitter(summed::take).at(evening).bad(600);
        Instant midnight = Instant.parse("2026-06-02T22:00:00Z");
        summed.timePasses(midnight);
        assertThat(summed.day("2026-06-02").end()).isEqualTo(midnight);
        summed.goesTo("America/Los_Angeles"); // 15:00
        wearer.at(Instant.parse("2026-06-03T16:00:00Z")).good(1);

        DaySummary flown = summed.day("2026-06-02");
        assertThat(flown.end()).isEqualTo("2026-06-03T07:00:00Z");
        assertThat(flown.zone()).isEqualTo("America/Los_Angeles");
        assertThat(flown.complete()).isTrue();
        assertThat(Summed.bad(flown)).isEqualTo(609);
    }

    @Test
    void whereTheClockGoesBackOverMidnightTheNewDateStays() {
        Summed summed = Summed.in("America/St_Johns");
        Instant again = Instant.parse("2010-11-07T03:00:00Z"); // 23:30 on the sixth, for the second time
        new Sitter(summed::take)
                .at(again.minusSeconds(3_600))
                .bad(60)
                .at(again)
                .bad(60)
                .silent(2 * 86_400)
                .good(1);

        assertThat(summed.dates()).containsExactly("2010-11-06", "2010-11-07");
        assertThat(Summed.bad(summed.day("2010-11-06"))).isEqualTo(69);
        assertThat(Summed.bad(summed.day("2010-11-07"))).isEqualTo(69);
    }

    @Test
    void whereTheServicesZoneIsSetAnewTheDayEndsWithItsNewestReading() {
        Summed summed = Summed.in("UTC");
        Instant evening = Instant.parse("2026-06-01T20:00:00Z");
        Sitter wearer = new Sitter(summed::take).at(evening).bad(600);
        summed.isMovedTo("Asia/Tokyo");
        wearer.bad(600).silent(86_400).good(1);

        DaySummary first = summed.day("2026-06-01");
        DaySummary second = summed.day("2026-06-02");
        assertThat(first.end()).isEqualTo(evening.plusSeconds(599)).isEqualTo(second.start());
        assertThat(Summed.bad(first) + Summed.bad(second)).isEqualTo(1_209);
    }

    @Test
    void thereAndBackOverMidnightNoDateIsPublishedAnew() {
        Summed summed = Summed.in("Asia/Tokyo");
        Sitter wearer = new Sitter(summed::take)
                .at(Instant.parse("2026-06-01T16:00:00Z"))
                .bad(300); // 01:00 on the second
        summed.goesTo("Europe/Berlin"); // 18:05 on the first
        wearer.bad(300);
        summed.goesTo("Asia/Tokyo");
        wearer.bad(300).at(Instant.parse("2026-06-02T16:00:00Z")).good(1);

        assertThat(summed.dates()).containsExactly("2026-06-02");
        assertThat(Summed.bad(summed.day("2026-06-02"))).isEqualTo(909);
    }
}
