package plumbline.standalone.faults.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port of this machine where connections are taken until it is closed. */
final class Door implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket socket = new ServerSocket();
    private final Guest guest;
    private final Thread taking;

    /** @param wanted the port; any that is free where 0 */
    Door(int wanted, Guest guest) throws IOException {
        this.guest = guest;
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
        taking = ProxyThreads.start("proxy-accept", this::take);
    }

    /** Told of each connection, in a thread of its own. */
    interface Guest {
        void comes(Socket client) throws IOException;
    }

    private void take() throws IOException {
        while (!socket.isClosed()) {
            Socket client = socket.accept();
            ProxyThreads.start("proxy-connect", () -> guest.comes(client));
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    /** Returns once nobody listens: as long as a thread waits for a connection, the system keeps the port open. */
    @Override
    public void close() throws IOException {
        socket.close();
        ProxyThreads.join(taking);
    }
}
