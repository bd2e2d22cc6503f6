package plumbline.standalone.faults.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A network connection to a port of this machine that can be cut, refused and slowed. */
public final class TcpProxy implements AutoCloseable {
    private final int target;
    private final Supplier<Tap> taps;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile Door door;
    private volatile Reception reception = Reception.PASS;
    private volatile Slowness slowness = Slowness.NONE;

    /**
     * Begins to pass connections on.
     *
     * @param target the port behind
     * @param taps makes a tap for each connection
     */
    public TcpProxy(int target, Supplier<Tap> taps) {
        this.target = target;
        this.taps = taps;
        this.door = open(0);
        this.port = door.port();
    }

    /** Where clients connect. */
    public int port() {
        return port;
    }

    private Door open(int wanted) {
        try {
            return new Door(wanted, this::receive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(Socket client) throws IOException {
        switch (reception) {
            case PASS -> connect(client);
            case SILENCE -> open.add(client);
            case CLOSE, REFUSE -> client.close();
            case CLOSE_AFTER_A_BYTE -> closeAfterAByte(client);
        }
    }

    private void closeAfterAByte(Socket client) throws IOException {
        open.add(client);
        try (client) {
            client.getInputStream().read();
        } finally {
            open.remove(client);
        }
    }

    private void connect(Socket client) throws IOException {
        open.add(client);
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(behind);
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            Tap tap = taps.get();
            Slowness pace = slowness;
            Thread down = ProxyThreads.start("proxy-down", () -> new Pipe(behind, client, pace, tap::down).run());
            new Pipe(client, behind, pace, tap::up).run();
            ProxyThreads.join(down);
            open.remove(behind);
        } finally {
            open.remove(client);
        }
    }

    /** Ends every connection; new ones are received as before. */
    public void cut() {
        for (Socket socket : List.copyOf(open)) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            open.remove(socket);
        }
    }

    /** Ends every connection and receives new ones so. */
    public void receive(Reception next) {
        try {
            reception = next;
            if (next == Reception.REFUSE) {
                door.close();
            } else if (door.isClosed()) {
                door = open(port);
            }
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends every connection; new ones are so slow. */
    public void slow(Slowness next) {
        slowness = next;
        cut();
    }

    @Override
    public void close() {
        receive(Reception.REFUSE);
    }
}
