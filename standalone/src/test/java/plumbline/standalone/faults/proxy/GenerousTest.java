package plumbline.standalone.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.packet.MqttConnect;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;

/** On what Paho itself writes. */
class GenerousTest {
    private static final int FIRST_PROPERTY = 13;
    private static final byte SESSION_EXPIRY = 0x11;
    private static final byte RECEIVE_MAXIMUM = 0x21;

    private final List<byte[]> passed = new ArrayList<>();
    private final Generous generous = new Generous(new Tap() {
        @Override
        public void up(byte[] bytes, int length) {
            passed.add(Arrays.copyOf(bytes, length));
        }

        @Override
        public void down(byte[] bytes, int length) {
            passed.add(Arrays.copyOf(bytes, length));
        }
    });

    private static MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setReceiveMaximum(500);
        options.setMaximumPacketSize(262_144L);
        return options;
    }

    private static byte[] connect(MqttConnectionOptions options) throws MqttException {
        return new MqttConnect(
                        "plumbline-ingest", 5, false, 15, options.getConnectionProperties(), new MqttProperties())
                .serialize();
    }

    private byte[] afterwards(byte[] packet) {
        byte[] bytes = packet.clone();
        generous.up(bytes, bytes.length);
        return bytes;
    }

    @Test
    void theReceiveMaximumIsRaisedAndNothingElseOfASessionThatStays() throws Exception {
        MqttConnectionOptions options = options();
        options.setSessionExpiryInterval(86_400L);
        byte[] raised = afterwards(connect(options));

        assertThat(raised[FIRST_PROPERTY]).isEqualTo(SESSION_EXPIRY);
        options.setReceiveMaximum(65_535);
        assertThat(raised).isEqualTo(connect(options));
    }

    @Test
    void theReceiveMaximumIsRaisedAndNothingElseOfASessionThatEnds() throws Exception {
        MqttConnectionOptions options = options();
        byte[] raised = afterwards(connect(options));

        assertThat(raised[FIRST_PROPERTY]).isEqualTo(RECEIVE_MAXIMUM);
        options.setReceiveMaximum(65_535);
        assertThat(raised).isEqualTo(connect(options));
    }

    @Test
    void theOtherTapHearsWhatTheBrokerHears() throws Exception {
        byte[] raised = afterwards(connect(options()));
        assertThat(passed).containsExactly(raised);
    }

    @Test
    void aConnectWithoutAReceiveMaximumIsToldOf() throws Exception {
        MqttConnectionOptions options = options();
        options.setReceiveMaximum(null);
        byte[] packet = connect(options);
        assertThatIllegalStateException().isThrownBy(() -> generous.up(packet, packet.length));
    }

    @Test
    void otherPacketsAreLeftAsTheyAre() {
        byte[] packets = MqttPackets.joined(MqttPackets.ofBody(0x82, 20), MqttPackets.puback(3));
        assertThat(afterwards(packets)).isEqualTo(packets);
        assertThat(passed).containsExactly(packets);
    }

    /** A chunk may begin in the midst of a packet. */
    @Test
    void whatOnlyBeginsLikeAConnectIsLeftAsItIs() throws Exception {
        afterwards(connect(options()));
        byte[] restOfPuback = MqttPackets.joined(new byte[] {0x10, 0x01}, MqttPackets.ofBody(0x82, 20));
        assertThat(afterwards(restOfPuback)).isEqualTo(restOfPuback);
    }

    @Test
    void whatGoesDownIsLeftAsItIs() throws Exception {
        byte[] packet = connect(options());
        byte[] bytes = packet.clone();
        generous.down(bytes, bytes.length);
        assertThat(bytes).isEqualTo(packet);
        assertThat(passed).containsExactly(packet);
    }
}
