package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The weekly plan is complete, gentle in its words, and promises nothing. */
class WeeklyPlanTest {
    static Stream<WeeklyPlan.Entry> entries() {
        return WeeklyPlan.entries().stream();
    }

    @Test
    void strengtheningSwimmingAndWalkingAreAllThere() {
        assertThat(WeeklyPlan.entries())
                .extracting(WeeklyPlan.Entry::id)
                .containsExactly("lat-pulldown", "row", "reverse-fly", "swimming", "walking");
    }

    @Test
    void strengtheningIsForTwoOrThreeTimesAWeek() {
        assertThat(WeeklyPlan.entries().subList(0, 3)).allMatch(entry -> entry.fewest() == 2 && entry.most() == 3);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEntryIsComplete(WeeklyPlan.Entry entry) {
        assertThat(entry.name()).isNotBlank();
        assertThat(entry.steps()).isNotEmpty().allMatch(step -> step.endsWith("."));
        assertThat(entry.caution()).endsWith(".");
        assertThat(entry.source()).isNotBlank();
        assertThat(entry.fewest()).isPositive().isLessThan(entry.most());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void nothingIsForcedAndNothingPromised(WeeklyPlan.Entry entry) {
        String words = (String.join(" ", entry.steps()) + entry.caution() + entry.why()).toLowerCase(Locale.ROOT);

        assertThat(words)
                .doesNotContain("push", "force", "jerk", "as far as", "will ", "cure", "prevent", "nmes", "electric");
    }
}
