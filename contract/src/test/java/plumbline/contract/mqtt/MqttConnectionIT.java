package plumbline.contract.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MqttConnectionIT {
    private static final String CLIENT = "connection-it";

    /** Far above every promise, which are of seconds, and far below what hangs. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RecordingListener listener = new RecordingListener();

    @AfterEach
    void noThreadOfTheClientIsLeft() {
        await().atMost(SOON).untilAsserted(() -> assertThat(clientThreads()).isEmpty());
    }

    private static List<String> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.endsWith(": " + CLIENT))
                .toList();
    }

    private MqttConnection open(MqttEndpoint endpoint) throws MqttUnavailableException {
        return MqttConnection.open(endpoint, MqttClientSettings.lasting(CLIENT), listener);
    }

    private void refused(MqttEndpoint endpoint) {
        Instant start = Instant.now();
        assertThatThrownBy(() -> open(endpoint))
                .isInstanceOf(MqttUnavailableException.class)
                .hasMessageContaining(endpoint.address());
        assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
        assertThat(listener.losses).isEmpty();
    }

    private static void accept(Socket socket) throws IOException {
        ScriptedBroker.readPacket(socket);
        ScriptedBroker.send(socket, ScriptedBroker.ACCEPTED);
    }

    @Test
    void aClosedPortRefusesAtOnce() throws Exception {
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        taken.close();
        refused(new MqttEndpoint("127.0.0.1", taken.getLocalPort()));
    }

    @Test
    void aPeerThatAcceptsAndStaysSilentIsGivenUpAfterFiveSeconds() throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start(socket -> {})) {
            refused(broker.endpoint());
        }
    }

    @Test
    void aPeerThatAcceptsAndClosesLeavesNoThreadBehind() throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start(Socket::close)) {
            for (int i = 0; i < 5; i++) {
                refused(broker.endpoint());
            }
        }
    }

    @Test
    void aPeerThatClosesAfterOneByteLeavesNoThreadBehind() throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start(socket -> {
            ScriptedBroker.send(socket, (byte) 0x20);
            socket.close();
        })) {
            refused(broker.endpoint());
        }
    }

    @Test
    void aPeerThatResetsLeavesNoThreadBehind() throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start(socket -> {
            socket.setSoLinger(true, 0);
            socket.close();
        })) {
            refused(broker.endpoint());
        }
    }

    @Test
    void aRefusalNamesTheReasonCode() throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start(socket -> {
            ScriptedBroker.readPacket(socket);
            ScriptedBroker.send(socket, (byte) 0x20, (byte) 3, (byte) 0, (byte) 0x87, (byte) 0);
        })) {
            assertThatThrownBy(() -> open(broker.endpoint())).hasMessageContaining("0x87");
        }
    }

    @Test
    void aConnectionThatIsCutReportsItsLossOnce() throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start(socket -> {
                    accept(socket);
                    ScriptedBroker.readPacket(socket);
                    socket.close();
                });
                MqttConnection connection = open(broker.endpoint())) {
            assertThatThrownBy(() -> connection.subscribe(List.of("a/b"))).isInstanceOf(MqttUnavailableException.class);
            await().atMost(SOON).untilAsserted(() -> assertThat(listener.losses).hasSize(1));
        }
        assertThat(listener.losses).hasSize(1);
    }

    @Test
    void aDeniedSubscriptionIsAnErrorThatNamesTheFilter() throws Exception {
        subscriptionAnswered((byte) 0x87, "a/b", "0x87");
    }

    @Test
    void aSubscriptionGrantedWithLessIsAnError() throws Exception {
        subscriptionAnswered((byte) 0, "a/b", "0x00");
    }

    private void subscriptionAnswered(byte code, String... message) throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start(socket -> {
                    accept(socket);
                    byte[] subscribe = ScriptedBroker.readPacket(socket);
                    ScriptedBroker.send(socket, (byte) 0x90, (byte) 4, subscribe[1], subscribe[2], (byte) 0, code);
                });
                MqttConnection connection = open(broker.endpoint())) {
            assertThatThrownBy(() -> connection.subscribe(List.of("a/b"))).hasMessageContainingAll(message);
        }
    }

    @Test
    void aSessionThatTheBrokerKeptIsSeen() throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start(socket -> {
                    ScriptedBroker.readPacket(socket);
                    ScriptedBroker.send(socket, (byte) 0x20, (byte) 3, (byte) 1, (byte) 0, (byte) 0);
                });
                MqttConnection connection = open(broker.endpoint())) {
            assertThat(connection.sessionPresent()).isTrue();
        }
    }

    @Test
    void whatWasConfirmedIsSentBeforeTheGoodbye() throws Exception {
        RecordingPeer peer = new RecordingPeer();
        try (ScriptedBroker broker = ScriptedBroker.start(socket -> {
            accept(socket);
            peer.readAll(socket);
        })) {
            MqttConnection connection = open(broker.endpoint());
            for (int id = 1; id <= 20; id++) {
                connection.acknowledge(id);
            }
            connection.close();
            connection.acknowledge(21);
            await().atMost(SOON).untilAsserted(() -> assertThat(peer.ended).isTrue());
        }
        assertThat(peer.acknowledged)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
        assertThat(peer.goodbyes).isEqualTo(1);
        assertThat(listener.losses).isEmpty();
    }

    @Test
    void aListenerThatThrowsEndsTheConnection() throws Exception {
        MqttListener throwing = new MqttListener() {
            @Override
            public void arrived(MqttArrival arrival) {
                throw new IllegalArgumentException("planted");
            }

            @Override
            public void lost(String cause) {
                listener.lost(cause);
            }
        };
        try (ScriptedBroker broker = ScriptedBroker.start(socket -> {
                    accept(socket);
                    ScriptedBroker.send(
                            socket,
                            (byte) 0x32,
                            (byte) 7,
                            (byte) 0,
                            (byte) 1,
                            (byte) 'a',
                            (byte) 0,
                            (byte) 9,
                            (byte) 0,
                            (byte) 'x');
                });
                MqttConnection connection =
                        MqttConnection.open(broker.endpoint(), MqttClientSettings.lasting(CLIENT), throwing)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(listener.losses).hasSize(1));
            assertThat(connection.sessionPresent()).isFalse();
        }
    }

    @Test
    void anArrivalCarriesItsIdTopicAndPayload() throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start(socket -> {
                    accept(socket);
                    ScriptedBroker.send(
                            socket,
                            (byte) 0x32,
                            (byte) 7,
                            (byte) 0,
                            (byte) 1,
                            (byte) 'a',
                            (byte) 0,
                            (byte) 9,
                            (byte) 0,
                            (byte) 'x');
                });
                MqttConnection connection = open(broker.endpoint())) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(listener.arrivals).hasSize(1));
            MqttArrival arrival = listener.arrivals.get(0);
            assertThat(arrival.packetId()).isEqualTo(9);
            assertThat(arrival.topic()).isEqualTo("a");
            assertThat(arrival.payload()).containsExactly('x');
            assertThat(arrival.contentType()).isNull();
            assertThat(connection.sessionPresent()).isFalse();
        }
    }

    @Test
    void aPublishOnALostConnectionFails() throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start(socket -> {
                    accept(socket);
                    ScriptedBroker.readPacket(socket);
                    socket.close();
                });
                MqttConnection connection = open(broker.endpoint())) {
            var result = connection.publish(
                    OutboundPublish.passing("a", new byte[] {1}, "application/json", Duration.ofSeconds(9)));
            assertThatThrownBy(result::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(MqttUnavailableException.class);
        }
    }

    @Test
    void aPublishTellsWhatTheBrokerSaid() throws Exception {
        assertThat(publishAnswered((byte) 0)).isEqualTo(PublishResult.ACCEPTED);
        assertThat(publishAnswered((byte) 0x10)).isEqualTo(PublishResult.NO_SUBSCRIBERS);
        assertThat(publishAnswered((byte) 0x87)).isEqualTo(PublishResult.REFUSED);
    }

    private PublishResult publishAnswered(byte code) throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start(socket -> {
                    accept(socket);
                    byte[] publish = ScriptedBroker.readPacket(socket);
                    ScriptedBroker.send(socket, (byte) 0x40, (byte) 4, publish[4], publish[5], code, (byte) 0);
                });
                MqttConnection connection = open(broker.endpoint())) {
            return connection
                    .publish(OutboundPublish.passing("a", new byte[] {1}, "application/json", Duration.ofSeconds(9)))
                    .get();
        }
    }

    @Test
    void aPeerThatReadsNothingCannotHoldTheCloseUp() throws Exception {
        try (ScriptedBroker broker = ScriptedBroker.start(MqttConnectionIT::accept)) {
            MqttConnection connection = open(broker.endpoint());
            byte[] large = new byte[MqttConnection.MAX_PACKET_BYTES];
            for (int i = 0; i < 16; i++) {
                connection.publish(OutboundPublish.passing("a", large, "text/plain", Duration.ofSeconds(9)));
            }
            Instant start = Instant.now();
            connection.close();
            assertThat(Duration.between(start, Instant.now())).isLessThan(SOON);
        }
    }

    @Test
    void aBrokerThatFallsSilentIsNoticedWithinTwiceTheKeepAlive() throws Exception {
        MqttClientSettings hasty = new MqttClientSettings(CLIENT, Duration.ofDays(1), true, 10, Duration.ofSeconds(1));
        try (ScriptedBroker broker = ScriptedBroker.start(MqttConnectionIT::accept);
                MqttConnection connection = MqttConnection.open(broker.endpoint(), hasty, listener)) {
            await().atMost(SOON).untilAsserted(() -> assertThat(listener.losses).hasSize(1));
            assertThat(connection.sessionPresent()).isFalse();
        }
    }
}
