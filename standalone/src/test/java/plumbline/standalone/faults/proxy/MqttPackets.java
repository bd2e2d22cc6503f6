package plumbline.standalone.faults.proxy;

import java.io.ByteArrayOutputStream;

/** The bytes of MQTT 5 packets, as small as they can be. */
final class MqttPackets {
    private MqttPackets() {}

    /** A packet whose body is so long. */
    static byte[] ofBody(int first, int bodyBytes) {
        return of(first, new byte[bodyBytes]);
    }

    static byte[] of(int first, byte[] body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(first);
        int remaining = body.length;
        do {
            packet.write(remaining % 128 | (remaining >= 128 ? 0x80 : 0));
            remaining /= 128;
        } while (remaining > 0);
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    /** A message on topic {@code a} without properties or payload; its id is left out at QoS 0. */
    static byte[] publish(int qos, int id) {
        byte[] withoutId = {0, 1, 'a', 0};
        byte[] withId = {0, 1, 'a', (byte) (id >> 8), (byte) id, 0};
        return of(0x30 | qos << 1, qos == 0 ? withoutId : withId);
    }

    static byte[] puback(int id) {
        return of(0x40, new byte[] {(byte) (id >> 8), (byte) id});
    }

    static byte[] pingRequest() {
        return ofBody(0xc0, 0);
    }

    static byte[] joined(byte[]... packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            all.writeBytes(packet);
        }
        return all.toByteArray();
    }
}
