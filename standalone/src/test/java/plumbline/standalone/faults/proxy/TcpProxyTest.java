package plumbline.standalone.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TcpProxyTest {
    /** How long it is seen that nothing comes. */
    private static final int QUIET_MILLIS = 200;

    /** A connection that the proxy has not seen yet, on a busy machine, has to be cut once more. */
    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final AtomicInteger taps = new AtomicInteger();
    private final Behind behind = new Behind();
    private final TcpProxy proxy = new TcpProxy(behind.port(), this::tap);

    TcpProxyTest() throws IOException {}

    private Tap tap() {
        taps.incrementAndGet();
        return Tap.NONE;
    }

    @BeforeEach
    void somethingPasses() throws Exception {
        assertPasses();
        assertThat(taps).hasValue(1);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        behind.close();
    }

    private Socket client() throws IOException {
        return Behind.client(proxy.port());
    }

    private void assertPasses() throws Exception {
        try (Socket client = client()) {
            assertPasses(client);
        }
    }

    private void assertPasses(Socket client) throws Exception {
        try (Socket server = behind.next()) {
            assertPasses(client, server);
            assertPasses(server, client);
        }
    }

    private static void assertPasses(Socket from, Socket to) throws IOException {
        from.getOutputStream().write(new byte[] {1, 2, 3});
        assertThat(to.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
    }

    private static void assertQuiet(Socket socket) throws IOException {
        int before = socket.getSoTimeout();
        socket.setSoTimeout(QUIET_MILLIS);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(before);
    }

    @Test
    void theEndOfOneWayIsPassedOnAndLeavesTheOtherOpen() throws Exception {
        try (Socket client = client();
                Socket server = behind.next()) {
            client.shutdownOutput();
            assertThat(server.getInputStream().read()).isNegative();
            assertPasses(server, client);
        }
    }

    @Test
    void aServerThatEndsIsPassedOnToo() throws Exception {
        try (Socket client = client()) {
            behind.next().close();
            assertThat(client.getInputStream().read()).isNegative();
        }
    }

    @Test
    void connectionsDoNotMixAndEachHasATapOfItsOwn() throws Exception {
        try (Socket first = client();
                Socket firstServer = behind.next();
                Socket second = client();
                Socket secondServer = behind.next()) {
            second.getOutputStream().write(2);
            first.getOutputStream().write(1);
            assertThat(firstServer.getInputStream().read()).isEqualTo(1);
            assertThat(secondServer.getInputStream().read()).isEqualTo(2);
            assertThat(taps).hasValue(3);
        }
    }

    @Test
    void aCutEndsEveryConnectionAtBothEndsAndNewOnesPass() throws Exception {
        try (Socket first = client();
                Socket firstServer = behind.next();
                Socket second = client();
                Socket secondServer = behind.next()) {
            assertPasses(first, firstServer);
            assertPasses(secondServer, second);
            proxy.cut();
            assertThat(first).matches(Behind::hasEnded);
            assertThat(firstServer).matches(Behind::hasEnded);
            assertThat(second).matches(Behind::hasEnded);
            assertThat(secondServer).matches(Behind::hasEnded);
        }
        assertPasses();
    }

    @ParameterizedTest
    @EnumSource
    void everyReceptionEndsWhatPassedBeforeIt(Reception reception) throws Exception {
        try (Socket client = client();
                Socket server = behind.next()) {
            assertPasses(client, server);
            proxy.receive(reception);
            assertThat(client).matches(Behind::hasEnded);
            assertThat(server).matches(Behind::hasEnded);
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterEveryReceptionAndBackConnectionsPassAtTheSamePort(Reception reception) throws Exception {
        int port = proxy.port();
        for (int round = 0; round < 3; round++) {
            proxy.receive(reception);
            proxy.receive(Reception.PASS);
            assertPasses();
        }
        assertThat(proxy.port()).isEqualTo(port);
    }

    @Test
    void refusedMeansThatNobodyListens() {
        proxy.receive(Reception.REFUSE);
        assertThatThrownBy(this::client).isInstanceOf(ConnectException.class);
        proxy.receive(Reception.REFUSE);
        assertThatThrownBy(this::client).isInstanceOf(ConnectException.class);
    }

    @Test
    void afterOneWayOfReceptionAnotherMayFollowARefusal() throws Exception {
        proxy.receive(Reception.REFUSE);
        proxy.receive(Reception.CLOSE);
        try (Socket client = client()) {
            assertThat(client).matches(Behind::hasEnded);
        }
    }

    @Test
    void closedIsTakenAndEndedUnheard() throws Exception {
        proxy.receive(Reception.CLOSE);
        try (Socket client = client()) {
            assertThat(client).matches(Behind::hasEnded);
        }
        assertThat(behind.isLeftAlone()).isTrue();
    }

    @Test
    void silenceIsTakenAndNeverAnswered() throws Exception {
        proxy.receive(Reception.SILENCE);
        try (Socket client = client()) {
            client.getOutputStream().write(1);
            assertQuiet(client);
            assertThat(behind.isLeftAlone()).isTrue();
            client.setSoTimeout(QUIET_MILLIS);
            await().atMost(WITHIN).until(() -> {
                proxy.receive(Reception.PASS);
                return Behind.hasEnded(client);
            });
        }
    }

    @Test
    void closedAfterAByteIsTakenUntilThereIsOne() throws Exception {
        proxy.receive(Reception.CLOSE_AFTER_A_BYTE);
        try (Socket client = client()) {
            assertQuiet(client);
            client.getOutputStream().write(1);
            assertThat(client).matches(Behind::hasEnded);
        }
        assertThat(behind.isLeftAlone()).isTrue();
    }

    @Test
    void aCutEndsAConnectionWhoseByteIsStillAwaited() throws Exception {
        proxy.receive(Reception.CLOSE_AFTER_A_BYTE);
        try (Socket client = client()) {
            assertQuiet(client);
            client.setSoTimeout(QUIET_MILLIS);
            await().atMost(WITHIN).until(() -> {
                proxy.cut();
                return Behind.hasEnded(client);
            });
        }
    }

    @Test
    void withNobodyBehindAConnectionEnds() throws Exception {
        behind.close();
        try (Socket client = client()) {
            assertThat(client).matches(Behind::hasEnded);
        }
    }

    @Test
    void aClosedProxyTakesNobodyAndKeepsNothingOpen() throws Exception {
        try (Socket client = client();
                Socket server = behind.next()) {
            proxy.close();
            assertThat(client).matches(Behind::hasEnded);
            assertThat(server).matches(Behind::hasEnded);
        }
        assertThatThrownBy(this::client).isInstanceOf(ConnectException.class);
    }
}
