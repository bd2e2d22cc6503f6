package plumbline.contract.mqtt;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads what a client sends after its connect: the ids it confirms, and its goodbye. */
final class RecordingPeer {
    private static final int PUBACK = 4;
    private static final int DISCONNECT = 14;

    final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
    volatile int goodbyes;
    volatile boolean ended;

    void readAll(Socket socket) throws IOException {
        try {
            while (goodbyes == 0) {
                byte[] packet = ScriptedBroker.readPacket(socket);
                int type = (packet[0] & 0xF0) >> 4;
                if (type == PUBACK) {
                    acknowledged.add((packet[1] & 0xFF) << 8 | packet[2] & 0xFF);
                } else if (type == DISCONNECT) {
                    goodbyes = 1;
                }
            }
        } finally {
            ended = true;
        }
    }
}
