package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026-03-06 is a Friday; Berlin is an hour ahead of UTC until 2026-03-29, then two until 2026-10-25. */
class WorkingHoursTest {
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Optional<Instant> begins(Set<DayOfWeek> days, String from, String to, String at) {
        return new WorkingHours(days, LocalTime.parse(from), LocalTime.parse(to))
                .beginsAfter(Instant.parse(at), BERLIN);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T07:59:59.999Z,2026-03-06T08:00:00Z",
        "2026-03-06T08:00:00Z,",
        "2026-03-06T15:59:59.999Z,",
        "2026-03-06T16:00:00Z,2026-03-09T08:00:00Z",
        "2026-03-07T10:00:00Z,2026-03-09T08:00:00Z",
        "2026-03-09T08:00:00Z,"
    })
    void aWeekOfOfficeDays(String at, Instant begin) {
        assertThat(begins(WEEK, "09:00", "17:00", at)).isEqualTo(Optional.ofNullable(begin));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T20:59:59Z,2026-03-06T21:00:00Z",
        "2026-03-06T21:00:00Z,",
        "2026-03-07T04:59:59Z,",
        "2026-03-07T05:00:00Z,2026-03-09T21:00:00Z"
    })
    void aNightShiftBelongsToTheDayOnWhichItBegins(String at, Instant begin) {
        assertThat(begins(WEEK, "22:00", "06:00", at)).isEqualTo(Optional.ofNullable(begin));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T22:59:59.999Z,",
        "2026-03-06T23:00:00Z,2026-03-08T23:00:00Z",
        "2026-03-08T22:59:59Z,2026-03-08T23:00:00Z",
        "2026-03-08T23:00:00Z,"
    })
    void equalBoundsMeanWholeDays(String at, Instant begin) {
        assertThat(begins(WEEK, "00:00", "00:00", at)).isEqualTo(Optional.ofNullable(begin));
    }

    @Test
    void everyDayAndTheWholeDayIsAlways() {
        assertThat(begins(EnumSet.allOf(DayOfWeek.class), "00:00", "00:00", "2026-03-07T03:00:00Z"))
                .isEmpty();
    }

    @Test
    void oneDayAWeekComesAgainInAWeek() {
        assertThat(begins(EnumSet.of(DayOfWeek.FRIDAY), "09:00", "17:00", "2026-03-06T16:00:00Z"))
                .contains(Instant.parse("2026-03-13T08:00:00Z"));
    }

    @Test
    void afterTheClocksGoForwardWorkBeginsByTheNewTime() {
        assertThat(begins(WEEK, "09:00", "17:00", "2026-03-27T16:00:00Z"))
                .contains(Instant.parse("2026-03-30T07:00:00Z"));
        assertThat(begins(WEEK, "09:00", "17:00", "2026-03-30T07:00:00Z")).isEmpty();
    }

    @Test
    void afterTheClocksGoBackWorkBeginsByTheNewTime() {
        assertThat(begins(WEEK, "09:00", "17:00", "2026-10-23T15:00:00Z"))
                .contains(Instant.parse("2026-10-26T08:00:00Z"));
    }

    @Test
    void aShiftThroughTheHourThatIsSkippedIsAnHourShort() {
        Set<DayOfWeek> saturday = EnumSet.of(DayOfWeek.SATURDAY);
        assertThat(begins(saturday, "22:00", "06:00", "2026-03-29T03:59:59Z")).isEmpty();
        assertThat(begins(saturday, "22:00", "06:00", "2026-03-29T04:00:00Z")).isPresent();
    }

    @Test
    void aShiftThroughTheHourThatComesTwiceIsAnHourLonger() {
        Set<DayOfWeek> saturday = EnumSet.of(DayOfWeek.SATURDAY);
        assertThat(begins(saturday, "22:00", "06:00", "2026-10-25T04:59:59Z")).isEmpty();
        assertThat(begins(saturday, "22:00", "06:00", "2026-10-25T05:00:00Z")).isPresent();
    }

    @Test
    void aBeginningThatIsSkippedIsWhereTheClockIsPutForward() {
        Set<DayOfWeek> sunday = EnumSet.of(DayOfWeek.SUNDAY);
        assertThat(begins(sunday, "02:30", "06:00", "2026-03-29T00:59:59Z"))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(begins(sunday, "02:30", "06:00", "2026-03-29T01:00:00Z")).isEmpty();
    }

    @Test
    void anEndThatIsSkippedIsWhereTheClockIsPutForward() {
        Set<DayOfWeek> saturday = EnumSet.of(DayOfWeek.SATURDAY);
        assertThat(begins(saturday, "18:00", "02:30", "2026-03-29T00:59:59Z")).isEmpty();
        assertThat(begins(saturday, "18:00", "02:30", "2026-03-29T01:00:00Z")).isPresent();
    }

    @Test
    void anEndThatComesTwiceIsTheFirstOne() {
        Set<DayOfWeek> saturday = EnumSet.of(DayOfWeek.SATURDAY);
        assertThat(begins(saturday, "18:00", "02:30", "2026-10-25T00:29:59Z")).isEmpty();
        assertThat(begins(saturday, "18:00", "02:30", "2026-10-25T00:30:00Z")).isPresent();
        assertThat(begins(saturday, "18:00", "02:30", "2026-10-25T01:10:00Z")).isPresent();
    }
}
