package plumbline.streams.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeekDaysTest {
    @Test
    void aRangeHoldsBothItsEnds() {
        assertThat(WeekDays.parse("mon-fri")).isEqualTo(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        assertThat(WeekDays.parse("mon-sun")).isEqualTo(EnumSet.allOf(DayOfWeek.class));
        assertThat(WeekDays.parse("tue-tue")).containsExactly(DayOfWeek.TUESDAY);
    }

    @Test
    void aRangeMayGoOverTheWeekend() {
        assertThat(WeekDays.parse("sat-mon"))
                .containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
    }

    @Test
    void daysAndRangesMayBeMixedInAnyCase() {
        assertThat(WeekDays.parse("Mon-Tue, FRI"))
                .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mon,", "mo", "monday", "mon-", "-fri", "mon-wed-fri", "weekdays"})
    void whatIsNoDayIsRefusedWithWhatMayBeWritten(String text) {
        assertThatThrownBy(() -> RuleSettings.DEFAULTS.with(Map.of("work.days", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("work.days is '" + text + "'; write days such as mon-fri");
    }
}
