package plumbline.contract.device;

/**
 * How far a device's readings are in Kafka: those of {@code boot} up to and including {@code seq}, without a hole. The
 * device may free them, and sends again what stays uncovered. Says nothing of other boots.
 */
public record StoredWatermark(int v, long boot, long seq) {
    private static final int VERSION = 1;

    public static StoredWatermark of(long boot, long seq) {
        return new StoredWatermark(VERSION, boot, seq);
    }

    /** Whether it covers the reading {@code seq} of {@code boot}. */
    public boolean covers(long boot, long seq) {
        return boot == this.boot && seq <= this.seq;
    }
}
