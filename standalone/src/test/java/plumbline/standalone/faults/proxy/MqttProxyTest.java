package plumbline.standalone.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plumbline.contract.mqtt.MqttEndpoint;

class MqttProxyTest {
    /** A CONNECT with nothing but a Receive Maximum of 500 and an empty name. */
    private static final byte[] CONNECT =
            MqttPackets.of(0x10, new byte[] {0, 4, 'M', 'Q', 'T', 'T', 5, 0, 0, 15, 3, 0x21, 0x01, (byte) 0xf4, 0, 0});

    private final Behind behind = new Behind();
    private final MqttProxy proxy = new MqttProxy(new MqttEndpoint("127.0.0.1", behind.port()));

    MqttProxyTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        proxy.close();
        behind.close();
    }

    private Socket client() throws IOException {
        return Behind.client(proxy.endpoint().port());
    }

    private static byte[] passed(Socket from, Socket to, byte[] packet) throws IOException {
        from.getOutputStream().write(packet);
        return to.getInputStream().readNBytes(packet.length);
    }

    @Test
    void wrongAcknowledgementsOfAllConnectionsAreCounted() throws Exception {
        for (int connection = 0; connection < 2; connection++) {
            try (Socket client = client();
                    Socket broker = behind.next()) {
                passed(broker, client, MqttPackets.publish(1, 7));
                passed(client, broker, MqttPackets.puback(7));
                passed(client, broker, MqttPackets.puback(8));
            }
        }
        assertThat(proxy.wrongAcks()).isEqualTo(2);
    }

    @Test
    void anAcknowledgementOfWhatAnEarlierConnectionBroughtIsWrong() throws Exception {
        try (Socket client = client();
                Socket broker = behind.next()) {
            passed(broker, client, MqttPackets.publish(1, 7));
        }
        try (Socket client = client();
                Socket broker = behind.next()) {
            passed(client, broker, MqttPackets.puback(7));
        }
        assertThat(proxy.wrongAcks()).isEqualTo(1);
    }

    @Test
    void theReceiveMaximumIsHiddenFromTheNextConnectionOn() throws Exception {
        try (Socket client = client();
                Socket broker = behind.next()) {
            assertThat(passed(client, broker, CONNECT)).isEqualTo(CONNECT);
            proxy.hideReceiveMaximum();
            assertThat(client).matches(Behind::hasEnded);
        }
        try (Socket client = client();
                Socket broker = behind.next()) {
            assertThat(passed(client, broker, CONNECT)).containsSequence(0x21, 0xff, 0xff);
            passed(client, broker, MqttPackets.puback(8));
        }
        assertThat(proxy.wrongAcks()).as("still counted").isEqualTo(1);
    }
}
