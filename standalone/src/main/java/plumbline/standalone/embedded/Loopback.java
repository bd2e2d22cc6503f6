package plumbline.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import plumbline.contract.operator.ServiceException;

/** The only address on which the embedded brokers listen: they ask nobody for a password. */
final class Loopback {
    static final String HOST = "127.0.0.1";

    private static final byte[] ADDRESS = {127, 0, 0, 1};

    private Loopback() {}

    /**
     * Takes {@code port}, or a free one where it is 0.
     *
     * @throws ServiceException where another process has it
     */
    static ServerSocketChannel bind(String broker, int port) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                return channel.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ServiceException(
                    "port " + port + " for " + broker + " can't be taken (" + e.getMessage()
                            + "): stop what listens there, or choose another port",
                    e);
        }
    }
}
