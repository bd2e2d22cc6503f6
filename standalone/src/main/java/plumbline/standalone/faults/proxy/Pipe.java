package plumbline.standalone.faults.proxy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One way of a connection. */
final class Pipe {
    private static final int CHUNK_BYTES = 16 * 1024;

    /** With a chunk each, what is on its way at most: 1 MiB, then the sender has to wait. */
    private static final int CHUNKS = 64;

    private final Socket from;
    private final Socket to;
    private final Slowness slowness;
    private final Listener listener;

    Pipe(Socket from, Socket to, Slowness slowness, Listener listener) {
        this.from = from;
        this.to = to;
        this.slowness = slowness;
        this.listener = listener;
    }

    /** Hears what passes, before it arrives. */
    interface Listener {
        void passing(byte[] bytes, int length);
    }

    /** Nothing in it is the end. */
    private record Chunk(ByteBuffer bytes, long dueNanos) {}

    /**
     * Passes on until the sender ends, however that is, and then tells the receiver; what goes the other way is not cut off
     * by either end.
     */
    void run() throws IOException {
        if (slowness.isNone()) {
            passOn();
        } else {
            passOnSlowly();
        }
    }

    private void passOn() throws IOException {
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[CHUNK_BYTES];
        for (int length = read(bytes); length >= 0; length = read(bytes)) {
            listener.passing(bytes, length);
            out.write(bytes, 0, length);
        }
        to.shutdownOutput();
    }

    private int read(byte[] bytes) {
        try {
            return from.getInputStream().read(bytes);
        } catch (IOException e) {
            return -1;
        }
    }

    private void passOnSlowly() throws IOException {
        BlockingQueue<Chunk> underWay = new ArrayBlockingQueue<>(CHUNKS);
        Thread late = ProxyThreads.start("proxy-late", () -> deliver(underWay));
        while (true) {
            byte[] bytes = new byte[CHUNK_BYTES];
            int length = read(bytes);
            if (length > 0) {
                listener.passing(bytes, length);
            }
            try {
                underWay.put(new Chunk(
                        ByteBuffer.wrap(bytes, 0, Math.max(0, length)),
                        System.nanoTime() + slowness.delay().toNanos()));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (length < 0) {
                ProxyThreads.join(late);
                return;
            }
        }
    }

    private void deliver(BlockingQueue<Chunk> underWay) throws IOException {
        try {
            for (Chunk chunk = underWay.take(); chunk.bytes().hasRemaining(); chunk = underWay.take()) {
                TimeUnit.NANOSECONDS.sleep(chunk.dueNanos() - System.nanoTime());
                to.getOutputStream()
                        .write(chunk.bytes().array(), 0, chunk.bytes().limit());
                TimeUnit.NANOSECONDS.sleep(slowness.nanosFor(chunk.bytes().limit()));
            }
            to.shutdownOutput();
        } catch (IOException | InterruptedException e) {
            // whoever fills the queue must not wait for one that has gone
            from.close();
            underWay.clear();
            throw new IOException(e);
        }
    }
}
