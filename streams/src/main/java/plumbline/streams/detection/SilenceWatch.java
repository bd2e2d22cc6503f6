package plumbline.streams.detection;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.PostureIssue;

/** What silence does to the open episodes of one device: when nothing has come for too long, their ends are told. */
public record SilenceWatch(DeviceId device, EpisodeTracker tracker, DetectionRules rules) {
    /** After how long a silence the end of an open episode is to be told; nothing while there is none to tell. */
    public OptionalLong limitMillis() {
        return Arrays.stream(PostureIssue.values())
                .map(issue -> tracker.episode(issue).silenceLimit(rules.of(issue)))
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    /** Tells how the episodes end for which nothing has come for longer than they allow. */
    public void fall(long silentMillis, PostureListener listener) {
        for (PostureIssue issue : PostureIssue.values()) {
            OptionalLong limit = tracker.episode(issue).silenceLimit(rules.of(issue));
            if (limit.isPresent() && silentMillis > limit.getAsLong()) {
                foretell(issue, listener);
            }
        }
    }

    /** Tells how an open episode ends if nothing more comes. */
    public void foretell(PostureIssue issue, PostureListener listener) {
        tracker.episode(issue).fallSilent(rules.of(issue), new IssueListener(device, issue, listener));
    }

    /** When those open episodes began whose end was told since nothing came any more. */
    public Map<PostureIssue, Long> foretold() {
        Map<PostureIssue, Long> starts = new EnumMap<>(PostureIssue.class);
        for (PostureIssue issue : PostureIssue.values()) {
            if (tracker.episode(issue).isForetold()) {
                starts.put(issue, tracker.episode(issue).startMillis());
            }
        }
        return starts;
    }
}
