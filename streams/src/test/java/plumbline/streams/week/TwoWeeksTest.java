package plumbline.streams.week;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;

/** Which days make the week that is told of. */
class TwoWeeksTest {
    private static final Predicate<DeviceId> ALL = device -> true;

    private static TwoWeeks weeks(@Nullable String wanted, Predicate<DeviceId> devices, DaySummary... days) {
        TwoWeeks weeks = new TwoWeeks(wanted == null ? null : IsoWeek.parse(wanted), devices);
        List.of(days).forEach(day -> weeks.add(day.key(), day));
        return weeks;
    }

    @Test
    void theNewestWeekIsTakenWhateverTheOrder() {
        TwoWeeks weeks = weeks(
                null,
                ALL,
                Days.day("a", "2026-11-16", 1, 10),
                Days.day("a", "2026-11-23", 1, 20),
                Days.day("a", "2026-10-01", 1, 99),
                Days.day("b", "2026-11-09", 1, 99));

        assertThat(weeks.week()).contains(IsoWeek.parse("2026-W48"));
        assertThat(weeks.summaries()).hasSize(1);
        assertThat(weeks.summaries().get(0).issues().values())
                .extracting(WeekSummary.OfIssue::minutesPerWornHour, WeekSummary.OfIssue::weekBefore)
                .containsExactly(tuple(20.0, 10.0));
    }

    @Test
    void aWeekThatIsAskedForIsTakenThoughThereIsANewerOne() {
        TwoWeeks weeks = weeks("2026-W47", ALL, Days.day("a", "2026-11-16", 1, 10), Days.day("a", "2026-11-23", 1, 20));

        assertThat(weeks.summaries()).extracting(WeekSummary::week).containsExactly(IsoWeek.parse("2026-W47"));
    }

    @Test
    void aNewRevisionReplacesTheOneBeforeAndATombstoneTakesItAway() {
        TwoWeeks weeks = weeks(null, ALL, Days.day("a", "2026-11-23", 1, 10), Days.day("a", "2026-11-23", 2, 10));
        assertThat(weeks.summaries().get(0).wornSeconds()).isEqualTo(7_200);

        weeks.add("a/2026-11-23", null);
        assertThat(weeks.summaries()).isEmpty();
    }

    @Test
    void othersDoNotCount() {
        TwoWeeks weeks = weeks(
                null,
                device -> device.value().equals("a"),
                Days.day("a", "2026-11-16", 1, 10),
                Days.day("b", "2026-11-23", 1, 20));

        assertThat(weeks.week()).contains(IsoWeek.parse("2026-W47"));
        assertThat(weeks.summaries()).extracting(week -> week.device().value()).containsExactly("a");
    }

    @Test
    void nothingIsNoWeek() {
        assertThat(weeks(null, ALL).week()).isEmpty();
        assertThat(weeks(null, ALL).summaries()).isEmpty();
    }
}
