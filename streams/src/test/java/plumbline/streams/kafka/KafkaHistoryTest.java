package plumbline.streams.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;
import plumbline.streams.topology.HistoryArchive.Archived;

class KafkaHistoryTest {
    private static final DeviceId DEVICE = new DeviceId("pl-1");
    private static final Archived NOTHING = new Archived(List.of(), List.of(), List.of());

    @Test
    void anErrorFailsThoseWhoWaitAndTheNextAreAnswered() throws Exception {
        AtomicInteger passes = new AtomicInteger();
        KafkaHistory.Pass pass = together -> {
            if (passes.incrementAndGet() == 1) {
                throw new OutOfMemoryError("a test");
            }
            together.forEach(question -> question.answer().complete(NOTHING));
        };
        try (KafkaHistory history = new KafkaHistory(pass)) {
            assertThatThrownBy(() -> get(history.read(0, DEVICE, 0))).hasCauseInstanceOf(OutOfMemoryError.class);
            assertThat(get(history.read(0, DEVICE, 0))).isEqualTo(NOTHING);
        }
    }

    private static Archived get(CompletableFuture<Archived> answer) throws Exception {
        return answer.get(10, TimeUnit.SECONDS);
    }
}
