package plumbline.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LocalDaysTest {
    private static Map<LocalDate, Long> split(String from, String to, String zone) {
        Map<LocalDate, Long> hours = new TreeMap<>();
        new LocalDays(ZoneId.of(zone))
                .split(
                        Instant.parse(from).toEpochMilli(),
                        Instant.parse(to).toEpochMilli(),
                        (date, millis) -> hours.put(date, millis / 3_600_000));
        return hours;
    }

    @Test
    void midnightIsTheWearersOwn() {
        assertThat(split("2026-03-04T20:00:00Z", "2026-03-05T02:00:00Z", "Europe/Berlin"))
                .containsExactly(Map.entry(LocalDate.of(2026, 3, 4), 3L), Map.entry(LocalDate.of(2026, 3, 5), 3L));
    }

    @Test
    void theDayOnWhichClocksArePutForwardHas23Hours() {
        assertThat(split("2026-03-28T23:00:00Z", "2026-03-30T22:00:00Z", "Europe/Berlin")
                        .values())
                .containsExactlyElementsOf(List.of(23L, 24L));
    }

    @Test
    void aTimeThatEndsAtMidnightHasNoPartOfTheNextDay() {
        assertThat(split("2026-03-04T20:00:00Z", "2026-03-04T23:00:00Z", "Europe/Berlin"))
                .containsExactly(Map.entry(LocalDate.of(2026, 3, 4), 3L));
    }
}
