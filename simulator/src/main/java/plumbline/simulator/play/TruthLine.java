package plumbline.simulator.play;

import java.time.Instant;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.PostureIssue;
import plumbline.simulator.wearer.Cause;
import plumbline.simulator.wearer.Ending;
import plumbline.simulator.wearer.Spell;

/**
 * One line of a truth file: a spell of one device.
 *
 * @param end when the issue was held for the last time
 * @param fidgetMillis how much of it was spent in short good interruptions
 * @param ended what ended it
 */
record TruthLine(
        DeviceId device, PostureIssue issue, Instant start, Instant end, long fidgetMillis, Cause cause, Ending ended) {
    static TruthLine of(DeviceId device, Spell spell) {
        return new TruthLine(
                device,
                spell.issue(),
                spell.start(),
                spell.end(),
                spell.fidgets().toMillis(),
                spell.cause(),
                spell.ending());
    }
}
