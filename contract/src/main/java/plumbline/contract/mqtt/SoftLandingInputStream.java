package plumbline.contract.mqtt;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Holds the end of a young connection back until {@link #LANDING} after its start. The MQTT client starts three threads one
 * after the other, each awaited in steps of 100 ms; one that ends before it was seen running is awaited for ever.
 */
final class SoftLandingInputStream extends FilterInputStream {
    static final Duration LANDING = Duration.ofMillis(400);

    private final long landedNanos = System.nanoTime() + LANDING.toNanos();

    SoftLandingInputStream(InputStream in) {
        super(new BufferedInputStream(in));
    }

    private interface Read {
        int from() throws IOException;
    }

    @Override
    public int read() throws IOException {
        return softly(super::read);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return softly(() -> super.read(bytes, offset, length));
    }

    private int softly(Read read) throws IOException {
        try {
            int result = read.from();
            if (result < 0) {
                land();
            }
            return result;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            land();
            throw e;
        }
    }

    private void land() {
        try {
            TimeUnit.NANOSECONDS.sleep(landedNanos - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
