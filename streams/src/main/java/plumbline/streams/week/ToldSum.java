package plumbline.streams.week;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DaySummary.Finished;
import plumbline.contract.event.Decision.Outcome;

/** What was told, added up. */
final class ToldSum {
    private ToldSum() {}

    static DaySummary.Told of(List<DaySummary.Told> parts) {
        Map<Outcome, Integer> reminders = new EnumMap<>(Outcome.class);
        Map<String, Integer> heldBack = new TreeMap<>();
        Map<FinishedKind, Finished> finished = new EnumMap<>(FinishedKind.class);
        for (DaySummary.Told part : parts) {
            part.reminders().forEach((outcome, count) -> reminders.merge(outcome, count, Integer::sum));
            part.heldBack().forEach((rule, count) -> heldBack.merge(rule, count, Integer::sum));
            part.finished().forEach((kind, done) -> finished.merge(kind, done, ToldSum::add));
        }
        return new DaySummary.Told(reminders, heldBack, finished);
    }

    private static Finished add(Finished one, Finished other) {
        return new Finished(one.count() + other.count(), one.minutes() + other.minutes());
    }
}
