package plumbline.contract.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void wordsStandToTheLeftAndNumbersToTheRight() {
        assertThat(TextTable.of(List.of(
                        List.of("who", "how many", "change", "what"),
                        List.of("alma", "7", "1 -> 12", ""),
                        List.of("bo", "1200.5", "10 -> 2", "some 3"))))
                .isEqualTo("""
                        who   how many   change  what
                        alma         7  1 -> 12
                        bo      1200.5  10 -> 2  some 3
                        """);
    }

    @Test
    void aHeadAloneIsALine() {
        assertThat(TextTable.of(List.of(List.of("who", "what")))).isEqualTo("who  what\n");
    }
}
