package plumbline.simulator.wearer;

import java.time.Duration;
import java.time.Instant;
import plumbline.contract.event.PostureIssue;

/**
 * The truth about one stretch in which a wearer really held an issue; a sitting bout is one too. Written by the script
 * that moves the wearer, never derived from readings.
 *
 * @param end when the issue was held for the last time
 * @param fidgets how much of it was spent in short good interruptions
 */
public record Spell(PostureIssue issue, Instant start, Instant end, Duration fidgets, Cause cause, Ending ending) {
    /** How long the issue was held, fidgets left out. */
    public Duration held() {
        return Duration.between(start, end).minus(fidgets);
    }
}
