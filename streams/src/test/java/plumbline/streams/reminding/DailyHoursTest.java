package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours of each day by the wearer's own clock. */
class DailyHoursTest {
    private static Optional<Instant> end(String at, String from, String to, String zone) {
        return new DailyHours(LocalTime.parse(from), LocalTime.parse(to)).endAt(Instant.parse(at), ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T20:59:59.999Z,",
        "2026-03-04T21:00:00Z,2026-03-05T06:00:00Z",
        "2026-03-04T22:59:59Z,2026-03-05T06:00:00Z",
        "2026-03-04T23:00:00Z,2026-03-05T06:00:00Z",
        "2026-03-05T05:59:59.999Z,2026-03-05T06:00:00Z",
        "2026-03-05T06:00:00Z,"
    })
    void nightsOverMidnightInBerlin(String at, Instant end) {
        assertThat(end(at, "22:00", "07:00", "Europe/Berlin")).isEqualTo(Optional.ofNullable(end));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T08:59:59Z,",
        "2026-03-04T09:00:00Z,2026-03-04T18:00:00Z",
        "2026-03-04T17:59:59Z,2026-03-04T18:00:00Z",
        "2026-03-04T18:00:00Z,"
    })
    void nightsInAucklandAreDaysInUtc(String at, Instant end) {
        assertThat(end(at, "22:00", "07:00", "Pacific/Auckland")).isEqualTo(Optional.ofNullable(end));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T11:59:59Z,",
        "2026-03-04T12:00:00Z,2026-03-04T13:00:00Z",
        "2026-03-04T12:59:59Z,2026-03-04T13:00:00Z",
        "2026-03-04T13:00:00Z,"
    })
    void hoursWithinADay(String at, Instant end) {
        assertThat(end(at, "12:00", "13:00", "UTC")).isEqualTo(Optional.ofNullable(end));
    }

    @Test
    void equalBoundsMeanNoHours() {
        assertThat(end("2026-03-04T22:00:00Z", "22:00", "22:00", "UTC")).isEmpty();
        assertThat(end("2026-03-04T03:00:00Z", "22:00", "22:00", "UTC")).isEmpty();
    }

    @Test
    void theShortNightOfSpringEndsAtSevenByTheNewTime() {
        assertThat(end("2026-03-28T21:00:00Z", "22:00", "07:00", "Europe/Berlin"))
                .contains(Instant.parse("2026-03-29T05:00:00Z"));
        assertThat(end("2026-03-29T05:00:00Z", "22:00", "07:00", "Europe/Berlin"))
                .isEmpty();
    }

    @Test
    void theLongNightOfAutumnEndsAtSevenByTheNewTime() {
        assertThat(end("2026-10-24T20:00:00Z", "22:00", "07:00", "Europe/Berlin"))
                .contains(Instant.parse("2026-10-25T06:00:00Z"));
        assertThat(end("2026-10-25T05:59:59Z", "22:00", "07:00", "Europe/Berlin"))
                .isPresent();
    }

    @Test
    void anEndThatIsSkippedInSpringIsWhereTheClockIsPutForward() {
        assertThat(end("2026-03-29T00:30:00Z", "22:00", "02:30", "Europe/Berlin"))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(end("2026-03-29T01:00:00Z", "22:00", "02:30", "Europe/Berlin"))
                .isEmpty();
    }

    @Test
    void aBeginningThatIsSkippedInSpringIsWhereTheClockIsPutForward() {
        assertThat(end("2026-03-29T00:59:59Z", "02:30", "04:00", "Europe/Berlin"))
                .isEmpty();
        assertThat(end("2026-03-29T01:00:00Z", "02:30", "04:00", "Europe/Berlin"))
                .contains(Instant.parse("2026-03-29T02:00:00Z"));
    }

    @Test
    void hoursThatAreSkippedWholeAreNone() {
        assertThat(end("2026-03-29T01:00:00Z", "02:10", "02:40", "Europe/Berlin"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:15:00Z,2026-10-25T01:30:00Z",
        "2026-10-25T00:45:00Z,2026-10-25T01:30:00Z",
        "2026-10-25T01:15:00Z,2026-10-25T01:30:00Z",
        "2026-10-25T01:30:00Z,"
    })
    void anEndThatComesTwiceInAutumnIsTheSecondOne(String at, Instant end) {
        assertThat(end(at, "22:00", "02:30", "Europe/Berlin")).isEqualTo(Optional.ofNullable(end));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:29:59Z,",
        "2026-10-25T00:30:00Z,2026-10-25T03:00:00Z",
        "2026-10-25T01:10:00Z,2026-10-25T03:00:00Z"
    })
    void aBeginningThatComesTwiceInAutumnIsTheFirstOne(String at, Instant end) {
        assertThat(end(at, "02:30", "04:00", "Europe/Berlin")).isEqualTo(Optional.ofNullable(end));
    }

    @Test
    void anEndAtTheHourThatComesTwiceIsOverBeforeItComesAgain() {
        assertThat(end("2026-10-24T23:59:59Z", "22:00", "02:00", "Europe/Berlin"))
                .contains(Instant.parse("2026-10-25T00:00:00Z"));
        assertThat(end("2026-10-25T00:00:00Z", "22:00", "02:00", "Europe/Berlin"))
                .isEmpty();
        assertThat(end("2026-10-25T01:59:59Z", "22:00", "03:00", "Europe/Berlin"))
                .contains(Instant.parse("2026-10-25T02:00:00Z"));
    }

    @Test
    void aMidnightThatIsSkippedIsWhereTheClockIsPutForward() {
        assertThat(end("2026-09-06T03:59:59Z", "22:00", "00:00", "America/Santiago"))
                .contains(Instant.parse("2026-09-06T04:00:00Z"));
    }
}
