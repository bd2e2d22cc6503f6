package plumbline.standalone.doctor.finding;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/** Whether somebody listens at an address. */
public final class Reach {
    private static final Duration WITHIN = Duration.ofSeconds(3);

    private Reach() {}

    /** What keeps us from {@code host:port}, or nothing. */
    public static Optional<String> fault(String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            return Optional.of("the name " + host + " is unknown here");
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) WITHIN.toMillis());
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("the name " + host + " is unknown here");
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
