package plumbline.contract.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @Test
    void everyUnitIsRead() {
        assertThat(DurationText.parse("250ms")).isEqualTo(Duration.ofMillis(250));
        assertThat(DurationText.parse("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(DurationText.parse("7m")).isEqualTo(Duration.ofMinutes(7));
        assertThat(DurationText.parse("0h")).isZero();
        assertThat(DurationText.parse("999999999d")).isEqualTo(Duration.ofDays(999_999_999));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "m", "-7m", "1.5h", "7 m", "7M", "1000000000s", "PT7M"})
    void anythingElseIsRefusedWithTheForm(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is no duration; write a whole number and ms, s, m, h or d, such as 90s");
    }
}
