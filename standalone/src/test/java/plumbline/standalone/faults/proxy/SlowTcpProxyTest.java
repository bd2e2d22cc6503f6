package plumbline.standalone.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowTcpProxyTest {
    private static final long SEED = 3;
    private static final Duration DELAY = Duration.ofMillis(100);
    private static final Slowness LATE = new Slowness(DELAY, Integer.MAX_VALUE);
    private static final int QUIET_MILLIS = 200;

    private final Behind behind = new Behind();
    private final TcpProxy proxy = new TcpProxy(behind.port(), () -> Tap.NONE);

    SlowTcpProxyTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        proxy.close();
        behind.close();
    }

    private Socket client() throws IOException {
        return Behind.client(proxy.port());
    }

    private static Duration since(long beginNanos) {
        return Duration.ofNanos(System.nanoTime() - beginNanos);
    }

    @Test
    void everythingArrivesLaterEachWay() throws Exception {
        proxy.slow(LATE);
        try (Socket client = client();
                Socket server = behind.next()) {
            long begin = System.nanoTime();
            client.getOutputStream().write(1);
            assertThat(server.getInputStream().read()).isEqualTo(1);
            assertThat(since(begin)).isGreaterThanOrEqualTo(DELAY);
            server.getOutputStream().write(2);
            assertThat(client.getInputStream().read()).isEqualTo(2);
            assertThat(since(begin)).isGreaterThanOrEqualTo(DELAY.multipliedBy(2));
        }
    }

    /** All but the last piece of 16 KiB has had to wait for its share of a second. */
    @Test
    void noMoreArrivesInASecondThanIsAllowed() throws Exception {
        proxy.slow(new Slowness(Duration.ZERO, 200_000));
        try (Socket client = client();
                Socket server = behind.next()) {
            long begin = System.nanoTime();
            client.getOutputStream().write(new byte[64 * 1024]);
            assertThat(server.getInputStream().readNBytes(64 * 1024)).hasSize(64 * 1024);
            assertThat(since(begin)).isGreaterThanOrEqualTo(Duration.ofMillis(48 * 1024 * 1_000 / 200_000));
        }
    }

    @Test
    void whatIsSlowArrivesWholeAndInOrder() throws Exception {
        byte[] sent = new byte[3 * 1024 * 1024];
        new Random(SEED).nextBytes(sent);
        proxy.slow(new Slowness(Duration.ofMillis(5), 50_000_000));
        try (Socket client = client();
                Socket server = behind.next()) {
            ProxyThreads.start("sender", () -> {
                client.getOutputStream().write(sent);
                client.shutdownOutput();
            });
            assertThat(server.getInputStream().readAllBytes())
                    .as("seed %d", SEED)
                    .isEqualTo(sent);
        }
    }

    @Test
    void theEndOfOneSlowWayIsPassedOnAndLeavesTheOtherOpen() throws Exception {
        proxy.slow(LATE);
        try (Socket client = client();
                Socket server = behind.next()) {
            client.getOutputStream().write(1);
            client.shutdownOutput();
            assertThat(server.getInputStream().readAllBytes()).containsExactly(1);
            server.getOutputStream().write(2);
            assertThat(client.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void whatIsUnderWayArrivesThoughBothEndsHaveSaidTheirLast() throws Exception {
        proxy.slow(LATE);
        try (Socket client = client();
                Socket server = behind.next()) {
            client.getOutputStream().write(1);
            client.shutdownOutput();
            server.getOutputStream().write(2);
            server.shutdownOutput();
            assertThat(server.getInputStream().readAllBytes()).containsExactly(1);
            assertThat(client.getInputStream().readAllBytes()).containsExactly(2);
        }
    }

    @Test
    void slowingAndGoingOnEndWhatPassedBefore() throws Exception {
        try (Socket client = client();
                Socket server = behind.next()) {
            proxy.slow(LATE);
            assertThat(client).matches(Behind::hasEnded);
            assertThat(server).matches(Behind::hasEnded);
        }
        try (Socket client = client();
                Socket server = behind.next()) {
            proxy.slow(Slowness.NONE);
            assertThat(client).matches(Behind::hasEnded);
            assertThat(server).matches(Behind::hasEnded);
        }
    }

    @Test
    void aCutEndsASlowConnectionWithAllThatIsUnderWay() throws Exception {
        proxy.slow(new Slowness(Duration.ofMinutes(1), Integer.MAX_VALUE));
        try (Socket client = client();
                Socket server = behind.next()) {
            client.getOutputStream().write(1);
            proxy.cut();
            assertThat(client).matches(Behind::hasEnded);
            assertThat(server).matches(Behind::hasEnded);
        }
    }

    @Test
    void aTapHearsBeforeAnythingArrivesAndWhatItChangesIsWhatArrives() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        try (TcpProxy tapped = new TcpProxy(behind.port(), () -> new Changing(heard))) {
            tapped.slow(new Slowness(Duration.ZERO, 1_000_000));
            try (Socket client = Behind.client(tapped.port());
                    Socket server = behind.next()) {
                client.getOutputStream().write(1);
                server.setSoTimeout(QUIET_MILLIS);
                assertThatThrownBy(() -> server.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
                heard.countDown();
                assertThat(server.getInputStream().read()).isEqualTo(99);
            }
        }
    }

    /** Takes its time, and then changes what it has heard. */
    private record Changing(CountDownLatch mayGoOn) implements Tap {
        @Override
        public void up(byte[] bytes, int length) {
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            bytes[0] = 99;
        }

        @Override
        public void down(byte[] bytes, int length) {}
    }
}
