package plumbline.contract.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredWatermarkTest {
    private static final StoredWatermark WATERMARK = StoredWatermark.of(7, 100);

    @Test
    void coversItsOwnReadingAndNotTheNext() {
        assertThat(WATERMARK.covers(7, 100)).isTrue();
        assertThat(WATERMARK.covers(7, 101)).isFalse();
    }

    @Test
    void saysNothingOfAnotherBootNotEvenAnEarlierOne() {
        assertThat(WATERMARK.covers(6, 0)).isFalse();
        assertThat(WATERMARK.covers(8, 0)).isFalse();
    }
}
