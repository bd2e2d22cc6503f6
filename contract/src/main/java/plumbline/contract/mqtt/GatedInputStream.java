package plumbline.contract.mqtt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/**
 * Reads only while its gate is open, so that the network itself holds the sender back. A gate that is closed lets through
 * whoever finds the socket closed.
 */
final class GatedInputStream extends FilterInputStream {
    private static final long CHECK_MILLIS = 100;

    private final Gate gate;
    private final BooleanSupplier socketClosed;

    GatedInputStream(InputStream in, Gate gate, BooleanSupplier socketClosed) {
        super(in);
        this.gate = gate;
        this.socketClosed = socketClosed;
    }

    /** Open at first. */
    static final class Gate {
        private boolean open = true;

        synchronized void open(boolean now) {
            open = now;
            notifyAll();
        }

        private synchronized void pass(BooleanSupplier unless) throws IOException {
            try {
                while (!open && !unless.getAsBoolean()) {
                    wait(CHECK_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while nothing was to be read", e);
            }
        }
    }

    @Override
    public int read() throws IOException {
        gate.pass(socketClosed);
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        gate.pass(socketClosed);
        return super.read(bytes, offset, length);
    }
}
