package plumbline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReconnectDelayTest {
    private final long seed = System.nanoTime();
    private final ReconnectDelay delay = new ReconnectDelay(new Random(seed));

    @Test
    void eachDelayIsHalfToAllOfTwiceTheLastUpToTheLongest() {
        long full = ReconnectDelay.FIRST.toMillis();
        for (int i = 0; i < 20; i++) {
            assertThat(delay.next())
                    .as("seed %d", seed)
                    .isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
            full = Math.min(full * 2, ReconnectDelay.LONGEST.toMillis());
        }
    }

    @Test
    void afterASuccessItBeginsAnew() {
        for (int i = 0; i < 20; i++) {
            delay.next();
        }
        delay.succeeded();
        assertThat(delay.next()).as("seed %d", seed).isLessThanOrEqualTo(ReconnectDelay.FIRST);
    }
}
