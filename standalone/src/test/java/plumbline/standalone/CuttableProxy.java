package plumbline.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import plumbline.contract.mqtt.MqttEndpoint;

/** Passes TCP connections through, until it cuts them. */
final class CuttableProxy implements AutoCloseable {
    private final MqttEndpoint target;
    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private CuttableProxy(MqttEndpoint target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static CuttableProxy to(MqttEndpoint target) {
        try {
            CuttableProxy proxy = new CuttableProxy(target);
            run("proxy-accept", proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The connection was cut or the proxy closed.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            Socket broker = new Socket(target.host(), target.port());
            open.add(client);
            open.add(broker);
            run("proxy-up", () -> client.getInputStream().transferTo(broker.getOutputStream()));
            run("proxy-down", () -> broker.getInputStream().transferTo(client.getOutputStream()));
        }
    }

    MqttEndpoint endpoint() {
        return new MqttEndpoint(server.getInetAddress().getHostAddress(), server.getLocalPort());
    }

    /** Ends every connection; new ones pass. */
    void cut() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
