package plumbline.streams.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IsoWeekTest {
    private final Locale usual = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(usual);
    }

    @Test
    void aWeekIsWrittenAndReadAlikeWhereDigitsAreOthers() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

        assertThat(IsoWeek.of(LocalDate.of(2026, 11, 26))).hasToString("2026-W48");
        assertThat(IsoWeek.parse("2026-W48").monday()).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void theLastDaysOfAYearMayBeOfTheNextOnesFirstWeek() {
        assertThat(IsoWeek.of(LocalDate.of(2024, 12, 30))).hasToString("2025-W01");
        assertThat(IsoWeek.of(LocalDate.of(2027, 1, 3))).hasToString("2026-W53");
    }
}
