package plumbline.streams.reference;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Profile;
import plumbline.streams.settings.RuleSettings;

/**
 * docs/detection.md once more, as plainly as it can be written: everything that one device ever sent at once, whole lists,
 * second loops. It shares no code with the detector but the table of settings, and is what the detector is measured by.
 *
 * <p>Read in the order of the document: {@link CleanOrder}, {@link Observations}, {@link IssueHistory}, {@link Levels},
 * {@link ReferenceReminders}, {@link ReferenceDays}.
 */
final class ReferenceDetector {
    /** Every episode that became active, and every reminder, each in the order of time. */
    final List<ReferenceEpisode> episodes = new ArrayList<>();

    final List<ReferenceReminder> reminders;

    /** Every day in which something was measured, in the order of time. */
    final List<ReferenceDay> days;

    /** @param arrivals all that ever arrives of the device, after which it is silent for good */
    ReferenceDetector(DeviceId device, Profile profile, List<Arrival> arrivals) {
        RuleSettings settings = RuleSettings.DEFAULTS.with(
                Optional.ofNullable(profile.settings()).orElse(Map.of()));
        ZoneId zone = profile.zone() == null ? settings.zone() : ZoneId.of(profile.zone());
        CleanOrder order = new CleanOrder(arrivals, settings);
        Map<PostureIssue, IssueHistory> histories = new EnumMap<>(PostureIssue.class);
        for (PostureIssue issue : PostureIssue.values()) {
            IssueNumbers numbers = new IssueNumbers(issue, settings);
            histories.put(
                    issue,
                    new IssueHistory(
                            numbers,
                            numbers.isSitting()
                                    ? Observations.ofSitting(order)
                                    : Observations.ofAngle(order, numbers)));
        }
        Map<PostureIssue, List<Integer>> levels = levels(histories);
        histories
                .values()
                .forEach(history -> history.episodes.stream()
                        .filter(episode -> episode.wasActive)
                        .forEach(episodes::add));
        reminders = new ReferenceReminders(device, profile, settings, zone, order, histories, levels).raised;
        days = new ReferenceDays(settings, zone, order, histories).days;
    }

    private static Map<PostureIssue, List<Integer>> levels(Map<PostureIssue, IssueHistory> histories) {
        IssueHistory neck = histories.get(PostureIssue.FORWARD_NECK);
        IssueHistory shoulders = histories.get(PostureIssue.ROUNDED_SHOULDERS);
        Map<PostureIssue, List<Integer>> levels = new EnumMap<>(PostureIssue.class);
        levels.put(PostureIssue.FORWARD_NECK, Levels.of(neck, shoulders));
        levels.put(PostureIssue.ROUNDED_SHOULDERS, Levels.of(shoulders, neck));
        levels.put(PostureIssue.PROLONGED_SITTING, Levels.alone(histories.get(PostureIssue.PROLONGED_SITTING)));
        return levels;
    }
}
