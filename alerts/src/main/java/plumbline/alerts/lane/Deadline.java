package plumbline.alerts.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import plumbline.contract.operator.ScaledClock;

/** When a reminder's life ends by the service's clock. */
record Deadline(Instant end, Clock clock) {
    boolean isPast() {
        return !clock.instant().isBefore(end);
    }

    /** How long until then in real time, by which sockets, brokers and retries go. */
    Duration left() {
        Duration left = Duration.between(clock.instant(), end);
        return clock instanceof ScaledClock scaled ? scaled.real(left) : left;
    }
}
