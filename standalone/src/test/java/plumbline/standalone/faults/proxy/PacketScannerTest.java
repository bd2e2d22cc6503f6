package plumbline.standalone.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the pieces in which a stream arrives, the packets in it are the same. */
class PacketScannerTest {
    private static final long SEED = 7;
    private static final int FIRST_BUFFER_BYTES = 16 * 1024;

    /** Of each packet its first byte, and the first of its body. */
    private final List<String> found = new ArrayList<>();

    private final PacketScanner scanner =
            new PacketScanner((first, bytes, body) -> found.add("%x:%d".formatted(first, bytes[body])));

    private static byte[] packet(int first, int bodyBytes, int mark) {
        byte[] body = new byte[bodyBytes];
        body[0] = (byte) mark;
        return MqttPackets.of(first, body);
    }

    private void accept(byte[] bytes, int from, int to) {
        scanner.accept(Arrays.copyOfRange(bytes, from, to), to - from);
    }

    @Test
    void aPacketCutInTwoAtAnyByteIsFoundOnceItIsWhole() {
        byte[] packet = packet(0x32, 200, 5);
        for (int cut = 1; cut < packet.length; cut++) {
            accept(packet, 0, cut);
            assertThat(found).as("before the rest, cut at %d", cut).isEmpty();
            accept(packet, cut, packet.length);
            assertThat(found).as("cut at %d", cut).containsExactly("32:5");
            found.clear();
        }
    }

    @Test
    void packetsThatArriveByteByByteAreFound() {
        byte[] stream = MqttPackets.joined(packet(0x32, 130, 1), packet(0x40, 2, 2), packet(0x30, 4, 3));
        for (int at = 0; at < stream.length; at++) {
            accept(stream, at, at + 1);
        }
        assertThat(found).containsExactly("32:1", "40:2", "30:3");
    }

    @Test
    void severalPacketsInOneChunkAreFoundAndTheBeginOfTheNextIsKept() {
        byte[] next = packet(0x32, 10, 4);
        byte[] stream = MqttPackets.joined(packet(0x40, 2, 1), packet(0x32, 300, 2), packet(0x40, 2, 3), next);
        int cut = stream.length - next.length + 3;
        accept(stream, 0, cut);
        assertThat(found).containsExactly("40:1", "32:2", "40:3");
        accept(stream, cut, stream.length);
        assertThat(found).containsExactly("40:1", "32:2", "40:3", "32:4");
    }

    @Test
    void onlyTheGivenCountOfAChunkIsRead() {
        byte[] chunk = MqttPackets.joined(packet(0x40, 2, 1), packet(0x40, 2, 2));
        scanner.accept(chunk, 4);
        assertThat(found).containsExactly("40:1");
    }

    @Test
    void aPacketWithoutABodyIsFoundBetweenOthers() {
        List<Integer> firsts = new ArrayList<>();
        PacketScanner types = new PacketScanner((first, bytes, body) -> firsts.add(first));
        byte[] stream = MqttPackets.joined(MqttPackets.pingRequest(), MqttPackets.puback(1), MqttPackets.pingRequest());
        types.accept(stream, stream.length);
        assertThat(firsts).containsExactly(0xc0, 0x40, 0xc0);
    }

    /** Where the length takes one byte more, and beyond what the scanner holds at first. */
    @ParameterizedTest
    @ValueSource(ints = {1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152})
    void aBodyOfAnyLengthIsFoundAndSoIsWhatFollows(int bodyBytes) {
        byte[] stream = MqttPackets.joined(packet(0x32, bodyBytes, 6), packet(0x40, 2, 7));
        accept(stream, 0, stream.length - 4);
        assertThat(found).containsExactly("32:6");
        accept(stream, stream.length - 4, stream.length);
        assertThat(found).containsExactly("32:6", "40:7");
    }

    @ParameterizedTest
    @ValueSource(ints = {FIRST_BUFFER_BYTES - 1, FIRST_BUFFER_BYTES, FIRST_BUFFER_BYTES + 1, 5 * FIRST_BUFFER_BYTES})
    void aPacketAroundTheFirstBufferAndBeyondIsFoundInPiecesToo(int packetBytes) {
        byte[] stream = MqttPackets.joined(packet(0x32, packetBytes - 3, 8), packet(0x40, 2, 9));
        for (int from = 0; from < stream.length; from += 1_000) {
            accept(stream, from, Math.min(from + 1_000, stream.length));
        }
        assertThat(found).containsExactly("32:8", "40:9");
    }

    @Test
    void anyStreamInAnyPiecesIsReadTheSame() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 200; round++) {
            List<String> sent = new ArrayList<>();
            byte[] stream = {};
            for (int number = 0; number < 20; number++) {
                int first = random.nextInt(0x10, 0x100);
                int bodyBytes = random.nextInt(1, random.nextBoolean() ? 10 : 400);
                sent.add("%x:%d".formatted(first, number));
                stream = MqttPackets.joined(stream, packet(first, bodyBytes, number));
            }
            for (int from = 0; from < stream.length; ) {
                int to = Math.min(stream.length, from + random.nextInt(1, 300));
                accept(stream, from, to);
                from = to;
            }
            assertThat(found).as("seed %d, round %d", SEED, round).isEqualTo(sent);
            found.clear();
        }
    }
}
