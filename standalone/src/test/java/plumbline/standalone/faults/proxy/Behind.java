package plumbline.standalone.faults.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What listens behind a proxy, and both ends of connections through it; no read of theirs lasts for ever. */
final class Behind implements AutoCloseable {
    private static final int READ_WITHIN_MILLIS = 60_000;

    private final BlockingQueue<Socket> taken = new LinkedBlockingQueue<>();
    private final Door door;

    Behind() throws IOException {
        door = new Door(0, socket -> {
            socket.setSoTimeout(READ_WITHIN_MILLIS);
            taken.add(socket);
        });
    }

    int port() {
        return door.port();
    }

    /** The next connection that has come this far. */
    Socket next() throws InterruptedException {
        Socket socket = taken.poll(READ_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(socket).as("a connection behind the proxy").isNotNull();
        return socket;
    }

    boolean isLeftAlone() {
        return taken.isEmpty();
    }

    /** A client's end. */
    static Socket client(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_WITHIN_MILLIS);
        return socket;
    }

    /** Whether the other side ended the connection, in whichever way, rather than said something. */
    static boolean hasEnded(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : taken) {
            socket.close();
        }
    }
}
