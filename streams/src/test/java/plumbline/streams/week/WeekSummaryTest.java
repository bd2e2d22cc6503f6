package plumbline.streams.week;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DaySummary.Finished;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.week.WeekSummary.OfIssue;

/** A week is the sum of its days, beside the week before. */
class WeekSummaryTest {
    private static final DeviceId DEVICE = new DeviceId("pl-1");
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W48");

    private static WeekSummary week(List<DaySummary> days, List<DaySummary> before) {
        return WeekSummary.of(DEVICE, WEEK, days, before);
    }

    private static OfIssue neck(WeekSummary week) {
        return week.issues().get(PostureIssue.FORWARD_NECK);
    }

    @Test
    void daysAddUp() {
        WeekSummary week = week(
                List.of(
                        Days.day("pl-1", "2026-11-23", 8, 60),
                        Days.day("pl-1", "2026-11-24", 6, 45),
                        Days.day("pl-1", "2026-11-25", 0, 0)),
                List.of());

        assertThat(week.from()).isEqualTo("2026-11-23");
        assertThat(week.to()).isEqualTo("2026-11-29");
        assertThat(week.days()).isEqualTo(2);
        assertThat(week.wornSeconds()).isEqualTo(14 * 3_600);
        assertThat(week.walkingSeconds()).isEqualTo(1_800);
        assertThat(week.coverage()).isEqualTo(0.8);
        assertThat(neck(week)).isEqualTo(new OfIssue(105 * 60, 7.5, null, null, 6, 1_200, 2_400));
        assertThat(week.told().reminders()).isEqualTo(Map.of(Outcome.RAISED, 6, Outcome.HELD_BACK, 3));
        assertThat(week.told().heldBack()).isEqualTo(Map.of("cooldown_any", 3));
        assertThat(week.told().finished())
                .isEqualTo(Map.of(FinishedKind.STRETCH, new Finished(3, 6), FinishedKind.NMES, new Finished(3, 60)));
    }

    @Test
    void theTrendComparesAShortWeekFairlyWithALongOne() {
        List<DaySummary> twoDays =
                List.of(Days.day("pl-1", "2026-11-23", 5, 50), Days.day("pl-1", "2026-11-24", 5, 50));
        List<DaySummary> fiveDays = List.of(
                Days.day("pl-1", "2026-11-16", 8, 100),
                Days.day("pl-1", "2026-11-17", 8, 100),
                Days.day("pl-1", "2026-11-18", 8, 100),
                Days.day("pl-1", "2026-11-19", 8, 100),
                Days.day("pl-1", "2026-11-20", 8, 100));

        assertThat(neck(week(twoDays, fiveDays)).minutesPerWornHour()).isEqualTo(10);
        assertThat(neck(week(twoDays, fiveDays)).weekBefore()).isEqualTo(12.5);
        assertThat(neck(week(twoDays, fiveDays)).change()).isEqualTo(-2.5);
    }

    @Test
    void anIssueThatIsGoneShowsItsTrend() {
        WeekSummary week =
                week(List.of(Days.day("pl-1", "2026-11-23", 5, 0)), List.of(Days.day("pl-1", "2026-11-16", 5, 50)));

        assertThat(neck(week)).isEqualTo(new OfIssue(0, 0.0, 10.0, -10.0, 0, 0, 0));
    }

    @Test
    void lessThanAnHourWornSaysNothingOfAnHour() {
        assertThat(neck(week(List.of(Days.day("pl-1", "2026-11-23", 0.99, 30)), List.of()))
                        .minutesPerWornHour())
                .isNull();
        assertThat(neck(week(List.of(Days.day("pl-1", "2026-11-23", 1, 30)), List.of()))
                        .minutesPerWornHour())
                .isEqualTo(30);
    }

    @Test
    void aWeekWithoutADayIsEmpty() {
        WeekSummary week = week(List.of(), List.of());

        assertThat(week.days()).isZero();
        assertThat(week.coverage()).isZero();
        assertThat(week.issues()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-W48",
        "2026-11-29, 2026-W48",
        "2026-11-30, 2026-W49",
        "2026-12-31, 2026-W53",
        "2027-01-03, 2026-W53",
        "2027-01-04, 2027-W01"
    })
    void aWeekIsThatOfIso8601(LocalDate date, String week) {
        assertThat(IsoWeek.of(date)).hasToString(week).isEqualTo(IsoWeek.parse(week));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-48", "W48", "2026-W00", "2025-W53", "2026-W54", "2026-W4", ""})
    void whatIsNoWeekIsRefused(String text) {
        assertThatThrownBy(() -> IsoWeek.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is no week");
    }
}
