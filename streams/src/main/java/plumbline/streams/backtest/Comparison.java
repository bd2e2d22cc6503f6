package plumbline.streams.backtest;

import java.time.ZoneId;
import java.util.List;
import plumbline.contract.device.Mount;
import plumbline.contract.event.Profile;
import plumbline.contract.recording.Recording;
import plumbline.streams.device.WearerRules;
import plumbline.streams.settings.RuleSettings;

/** What a changed policy means on the same recording: how many reminders a day, which ones, and what held others back. */
public record Comparison(List<WearerComparison> wearers, WearerComparison all) {
    /**
     * Runs both policies; days are those of the wearer's clock before.
     *
     * @param settings what holds where a profile chooses nothing
     */
    public static Comparison of(
            Recording recording, Mount mount, RuleSettings settings, Profile before, Profile after) {
        ZoneId zone = WearerRules.settings(settings, before).zone();
        PolicyOutcome outcomeBefore = run(recording, mount, settings, before);
        PolicyOutcome outcomeAfter = run(recording, mount, settings, after);
        List<WearerComparison> wearers = recording.devices().entrySet().stream()
                .map(wearer -> WearerComparison.of(
                        wearer.getKey(), WearTime.of(wearer.getValue(), zone), outcomeBefore, outcomeAfter))
                .toList();
        return new Comparison(wearers, wearers.stream().reduce(Comparison.none(), WearerComparison::plus));
    }

    private static PolicyOutcome run(Recording recording, Mount mount, RuleSettings settings, Profile profile) {
        PolicyOutcome outcome = new PolicyOutcome();
        new Backtest(settings, profile).run(recording, mount, outcome);
        return outcome;
    }

    private static WearerComparison none() {
        ReminderCounts none = ReminderCounts.of(List.of(), List.of(), 0);
        return new WearerComparison(null, 0, 0, 0, none, none, List.of(), List.of());
    }
}
