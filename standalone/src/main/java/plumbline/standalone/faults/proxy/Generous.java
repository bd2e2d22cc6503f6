package plumbline.standalone.faults.proxy;

/**
 * Lets the broker believe that the client takes as many messages as there are ids, so that it sends more than the client
 * has allowed.
 */
final class Generous implements Tap {
    private static final int CONNECT = 0x10;
    private static final int RECEIVE_MAXIMUM = 0x21;
    /** The name of the protocol (6), its version, the flags, the keep-alive (2). */
    private static final int BEFORE_PROPERTIES = 10;

    private static final int SESSION_EXPIRY = 0x11;
    private static final int SESSION_EXPIRY_BYTES = 5;

    private final Tap other;
    private boolean isConnected;

    Generous(Tap other) {
        this.other = other;
    }

    @Override
    public void up(byte[] bytes, int length) {
        // Later a chunk may begin in the midst of a packet, and look like anything.
        if (!isConnected && (bytes[0] & 0xff) == CONNECT && (bytes[1] & 0x80) == 0) {
            raise(bytes, 2 + BEFORE_PROPERTIES + 1);
        }
        isConnected = true;
        other.up(bytes, length);
    }

    /** Paho writes the session's expiry first, then the maximum. */
    private static void raise(byte[] bytes, int properties) {
        int at = bytes[properties] == SESSION_EXPIRY ? properties + SESSION_EXPIRY_BYTES : properties;
        if (bytes[at] != RECEIVE_MAXIMUM) {
            throw new IllegalStateException("the client's CONNECT is not as expected");
        }
        bytes[at + 1] = (byte) 0xff;
        bytes[at + 2] = (byte) 0xff;
    }

    @Override
    public void down(byte[] bytes, int length) {
        other.down(bytes, length);
    }
}
