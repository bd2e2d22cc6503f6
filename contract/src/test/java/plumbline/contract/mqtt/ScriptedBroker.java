package plumbline.contract.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A peer on a port of its own that treats each connection as its script says; it keeps those it leaves open. */
final class ScriptedBroker implements AutoCloseable {
    /** CONNACK: no session, accepted, no properties. */
    static final byte[] ACCEPTED = {0x20, 3, 0, 0, 0};

    /** What happens to one connection. */
    interface Script {
        void play(Socket socket) throws IOException;
    }

    private final ServerSocket server;
    private final Script script;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private ScriptedBroker(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
    }

    static ScriptedBroker start(Script script) {
        try {
            ScriptedBroker broker =
                    new ScriptedBroker(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
            Thread acceptor = new Thread(broker::accept, "scripted-broker");
            acceptor.setDaemon(true);
            acceptor.start();
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                script.play(socket);
            } catch (IOException e) {
                // The peer or the test has ended the connection.
            }
        }
    }

    /** Reads one packet; its first byte and its body. */
    static byte[] readPacket(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        int first = in.read();
        int length = in.read();
        byte[] packet = new byte[length + 1];
        packet[0] = (byte) first;
        System.arraycopy(in.readNBytes(length), 0, packet, 1, length);
        return packet;
    }

    static void send(Socket socket, byte... bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    MqttEndpoint endpoint() {
        return new MqttEndpoint("127.0.0.1", server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
