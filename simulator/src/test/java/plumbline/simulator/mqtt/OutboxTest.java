package plumbline.simulator.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.DeviceTopicKind;

class OutboxTest {
    private static final DeviceId DEVICE = new DeviceId("d");

    private final List<String> sent = new ArrayList<>();
    private final List<CompletableFuture<Void>> pending = new ArrayList<>();
    private final Outbox outbox = new Outbox(this::transport);

    private CompletableFuture<?> transport(Packet packet) {
        sent.add(new String(packet.payload(), StandardCharsets.UTF_8));
        CompletableFuture<Void> future = new CompletableFuture<>();
        pending.add(future);
        return future;
    }

    @Test
    void whatTheBrokerAcknowledgesIsForgotten() {
        add(2);
        pending.forEach(future -> future.complete(null));

        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.totals()).isEqualTo(new OutboxTotals(2, 2, 0, 0, 0));
    }

    @Test
    void afterALostConnectionEverythingUnacknowledgedIsSentAgainInOrder() {
        add(3);
        pending.get(0).complete(null);
        lose(pending.get(2));
        lose(pending.get(1));
        outbox.add(packet("3"));
        assertThat(sent).as("nothing goes out before the retry").containsExactly("0", "1", "2");

        outbox.retry();

        assertThat(sent).containsExactly("0", "1", "2", "1", "2", "3");
        assertThat(outbox.isEmpty()).isFalse();
        pending.subList(3, 6).forEach(future -> future.complete(null));
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.totals().uploadsAcknowledged()).isEqualTo(4);
    }

    @Test
    void noMoreThanTheWindowIsOnItsWayAtOnce() {
        add(Outbox.MAX_IN_FLIGHT + 1);
        assertThat(sent).hasSize(Outbox.MAX_IN_FLIGHT);

        pending.get(0).complete(null);

        assertThat(sent).hasSize(Outbox.MAX_IN_FLIGHT + 1);
    }

    @Test
    void fullItGivesUpTheOldestThatWaits() {
        add(Outbox.MAX_IN_FLIGHT + Outbox.MAX_WAITING);
        assertThat(outbox.totals().dropped()).isZero();
        assertThat(outbox.hasRoom()).isFalse();

        outbox.add(packet("last"));

        assertThat(outbox.totals().dropped()).isEqualTo(1);
        pending.get(0).complete(null);
        assertThat(sent.get(Outbox.MAX_IN_FLIGHT)).isEqualTo(Integer.toString(Outbox.MAX_IN_FLIGHT + 1));
        assertThat(outbox.hasRoom()).isTrue();
    }

    @Test
    void aTransportThatAnswersAtOnceIsServedToo() {
        Outbox direct = new Outbox(packet -> CompletableFuture.completedFuture(null));

        direct.add(packet("a"));
        direct.add(packet("b"));

        assertThat(direct.isEmpty()).isTrue();
    }

    private void add(int number) {
        for (int i = 0; i < number; i++) {
            outbox.add(packet(Integer.toString(i)));
        }
    }

    private static void lose(CompletableFuture<Void> future) {
        future.completeExceptionally(new IllegalStateException("connection lost"));
    }

    private static Packet packet(String payload) {
        return new Packet(DeviceTopicKind.READINGS.of(DEVICE), payload.getBytes(StandardCharsets.UTF_8), null);
    }
}
