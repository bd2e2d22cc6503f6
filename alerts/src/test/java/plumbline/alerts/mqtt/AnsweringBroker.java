package plumbline.alerts.mqtt;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import plumbline.contract.mqtt.MqttEndpoint;

/** The least of an MQTT 5 broker: accepts who connects, and answers each publish with the code of the test. */
final class AnsweringBroker implements AutoCloseable {
    static final int SILENCE = -1;
    static final int CUT = -2;

    private static final byte[] CONNACK = {0x20, 3, 0, 0, 0};
    private static final int PUBLISH = 3;

    private final ServerSocket server;
    volatile int answer;

    AnsweringBroker() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "answering-broker");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                serve(socket);
            } catch (IOException e) {
                // The client or the test has ended the connection.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        for (int first = in.read(); first >= 0 && answer != CUT; first = in.read()) {
            byte[] body = in.readNBytes(length(in));
            if (first >> 4 == 1) {
                out.write(CONNACK);
            } else if (first >> 4 == PUBLISH && answer >= 0) {
                int topicEnd = 2 + ((body[0] & 0xff) << 8) + (body[1] & 0xff);
                out.write(new byte[] {0x40, 3, body[topicEnd], body[topicEnd + 1], (byte) answer});
            }
            out.flush();
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            int digit = in.readUnsignedByte();
            length |= (digit & 0x7f) << shift;
            if (digit < 0x80) {
                return length;
            }
        }
    }

    MqttEndpoint endpoint() {
        return new MqttEndpoint("127.0.0.1", server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
