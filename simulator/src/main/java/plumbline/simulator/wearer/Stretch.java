package plumbline.simulator.wearer;

import java.util.EnumSet;
import java.util.Set;
import plumbline.contract.device.Activity;
import plumbline.contract.event.PostureIssue;

/**
 * The truth about one stretch in which nothing changed. One follows the other without a hole.
 *
 * @param held the issues that were really held; in a fidget those of the posture are not
 */
public record Stretch(long fromMillis, long toMillis, Activity activity, Set<PostureIssue> held) {
    static Stretch of(Phase phase) {
        Set<PostureIssue> held = EnumSet.noneOf(PostureIssue.class);
        for (PostureIssue issue : PostureIssue.values()) {
            if (phase.isIn(issue) && !phase.isFidgetOf(issue)) {
                held.add(issue);
            }
        }
        return new Stretch(phase.fromMillis(), phase.toMillis(), phase.activity(), held);
    }
}
