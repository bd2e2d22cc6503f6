package plumbline.contract.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GatedInputStreamTest {
    private final GatedInputStream.Gate gate = new GatedInputStream.Gate();
    private final AtomicBoolean socketClosed = new AtomicBoolean();
    private final GatedInputStream in =
            new GatedInputStream(new ByteArrayInputStream(new byte[] {1, 2}), gate, socketClosed::get);
    private volatile Thread reader = Thread.currentThread();

    private CompletableFuture<Integer> reading() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                reader = Thread.currentThread();
                return in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void awaitBlocked() {
        await().until(() -> reader != Thread.currentThread() && reader.getState() == Thread.State.TIMED_WAITING);
    }

    @Test
    void aGateIsOpenAtFirst() throws IOException {
        assertThat(in.read()).isEqualTo(1);
        assertThat(in.read(new byte[4], 0, 4)).isEqualTo(1);
    }

    @Test
    void nothingIsReadUntilItOpens() {
        gate.open(false);
        CompletableFuture<Integer> reading = reading();
        awaitBlocked();
        assertThat(reading).isNotDone();
        gate.open(true);
        assertThat(reading.join()).isEqualTo(1);
    }

    @Test
    void aClosedSocketIsNotWaitedFor() {
        gate.open(false);
        CompletableFuture<Integer> reading = reading();
        awaitBlocked();
        socketClosed.set(true);
        assertThat(reading.join()).isEqualTo(1);
    }
}
