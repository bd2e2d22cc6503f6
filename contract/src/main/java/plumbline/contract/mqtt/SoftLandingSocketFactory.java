package plumbline.contract.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the one socket of a connection, lets it end softly, can stop reading, and close it whatever the client's threads do. */
final class SoftLandingSocketFactory extends SocketFactory implements AutoCloseable {
    private final GatedInputStream.Gate gate = new GatedInputStream.Gate();
    private @Nullable Socket socket;
    private boolean closed;

    private static final class SoftLandingSocket extends Socket {
        private final GatedInputStream.Gate gate;
        private @Nullable InputStream in;

        SoftLandingSocket(GatedInputStream.Gate gate) {
            this.gate = gate;
        }

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            if (in == null) {
                in = new SoftLandingInputStream(new GatedInputStream(super.getInputStream(), gate, this::isClosed));
            }
            return in;
        }
    }

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (closed) {
            throw new SocketException("the connection is closed");
        }
        Socket created = new SoftLandingSocket(gate);
        created.setTcpNoDelay(true);
        socket = created;
        return created;
    }

    /** Stops or goes on reading; what was read ahead, 8 KiB at most, is there in any case. */
    void pauseReading(boolean now) {
        gate.open(!now);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (socket == null) {
            return;
        }
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("closing a socket failed", e);
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connectedByCaller();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connectedByCaller();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connectedByCaller();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw connectedByCaller();
    }

    private static UnsupportedOperationException connectedByCaller() {
        return new UnsupportedOperationException("the client connects the socket itself, so that its timeout holds");
    }
}
