package plumbline.simulator.load;

import java.util.Locale;

/**
 * What became of a load. All but duplicates count uploads once, poison among them.
 *
 * @param due by the plan; those not sent found their device's queue to the broker full
 * @param sent handed to the MQTT client
 * @param acknowledged by the MQTT broker
 * @param stored seen in Kafka, as uploads or as dead letters
 * @param lost promised and not stored: acknowledged or, where devices send again, sent
 * @param duplicates seen in Kafka another time
 * @param rejected of those stored, the dead letters
 * @param p50Millis median from sending to being seen in Kafka
 * @param p99Millis the same, of the slowest hundredth
 */
public record LoadReport(
        long due,
        long sent,
        long acknowledged,
        long stored,
        long lost,
        long duplicates,
        long rejected,
        long p50Millis,
        long p99Millis) {
    /** On one line, for people. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%d uploads due, %d sent, %d acknowledged, %d stored, %d lost, %d duplicates, %d rejected;"
                        + " sent to stored %d ms (median), %d ms (p99)",
                due,
                sent,
                acknowledged,
                stored,
                lost,
                duplicates,
                rejected,
                p50Millis,
                p99Millis);
    }
}
