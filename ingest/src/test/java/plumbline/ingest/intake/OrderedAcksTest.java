package plumbline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedAcksTest {
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    private final OrderedAcks acks = new OrderedAcks(3);
    private final List<Integer> acknowledged = new ArrayList<>();

    private long receive(int packetId) {
        return acks.received(packetId, START.plusSeconds(packetId));
    }

    private void store(long ticket) {
        acks.stored(ticket, acknowledged::add);
    }

    @Test
    void aStoredMessageIsConfirmedAtOnceWhereNoneIsBeforeIt() {
        store(receive(7));
        assertThat(acknowledged).containsExactly(7);
        assertThat(acks.unacknowledged()).isZero();
    }

    @Test
    void aMessageThatIsNotStoredHoldsBackAllBehindIt() {
        long first = receive(1);
        long second = receive(2);
        long third = receive(3);
        store(third);
        store(second);
        assertThat(acknowledged).isEmpty();
        assertThat(acks.unacknowledged()).isEqualTo(3);
        store(first);
        assertThat(acknowledged).containsExactly(1, 2, 3);
    }

    @Test
    void itIsFullAtItsCapacityAndHasRoomAgainAfterOneConfirmation() {
        long first = receive(1);
        receive(2);
        assertThat(acks.isFull()).isFalse();
        receive(3);
        assertThat(acks.isFull()).isTrue();
        assertThatThrownBy(() -> receive(4)).isInstanceOf(IllegalStateException.class);
        store(first);
        assertThat(acks.isFull()).isFalse();
        receive(4);
        assertThat(acks.isFull()).isTrue();
    }

    @Test
    void aMessageCountsAsStoredOnce() {
        receive(1);
        long second = receive(2);
        store(second);
        assertThatThrownBy(() -> store(second)).isInstanceOf(IllegalArgumentException.class);
        assertThat(acknowledged).isEmpty();
    }

    @Test
    void aTicketThatWasNeverGivenIsAnError() {
        long first = receive(1);
        assertThatThrownBy(() -> store(first + 1)).isInstanceOf(IllegalArgumentException.class);
        store(first);
        assertThatThrownBy(() -> store(first)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOldestIsTheFirstThatIsNotConfirmed() {
        assertThat(acks.oldestReceivedAt()).isEmpty();
        long first = receive(1);
        receive(2);
        assertThat(acks.oldestReceivedAt()).contains(START.plusSeconds(1));
        store(first);
        assertThat(acks.oldestReceivedAt()).contains(START.plusSeconds(2));
    }

    @Test
    void whateverTheOrderOfStoringTheOrderOfReceiptIsKept() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        OrderedAcks many = new OrderedAcks(16);
        List<Integer> order = new ArrayList<>();
        List<Long> pending = new ArrayList<>();
        int received = 0;
        while (order.size() < 1_000) {
            if (received < 1_000 && !many.isFull() && random.nextBoolean()) {
                pending.add(many.received(received++, START));
            } else if (!pending.isEmpty()) {
                Collections.swap(pending, random.nextInt(pending.size()), pending.size() - 1);
                many.stored(pending.remove(pending.size() - 1), order::add);
            }
        }
        assertThat(order)
                .as("seed %d", seed)
                .containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
    }
}
