package plumbline.contract.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceIdTest {
    static Stream<String> bad() {
        return Stream.of("", "a/b", "a+", "a#", "$a", "a\0", "a b", "a.b", "..", "ä", "a\n", "x".repeat(65));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNoIdIsNotParsedAndNotMade(String text) {
        assertThat(DeviceId.parse(text)).isEmpty();
        assertThatThrownBy(() -> new DeviceId(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneToSixtyFourOfTheAllowedCharactersAreAnId() {
        assertThat(DeviceId.parse("a")).isPresent();
        assertThat(DeviceId.parse("x".repeat(64))).isPresent();
        assertThat(DeviceId.parse("AZaz09_-")).isPresent();
    }

    @Test
    void everyOtherAsciiCharacterIsRefused() {
        for (char c = 0; c < 128; c++) {
            boolean allowed = Character.isLetterOrDigit(c) || c == '_' || c == '-';
            assertThat(DeviceId.parse(String.valueOf(c)).isPresent())
                    .as("character %d", (int) c)
                    .isEqualTo(allowed);
        }
    }
}
