package plumbline.streams.summary;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Decision.Outcome;
import plumbline.streams.reminding.HoldRule;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** What was decided and reported in one day, counted; every outcome and rule that decisions know. */
final class ToldDay {
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final List<HoldRule> RULES = List.of(HoldRule.values());
    private static final List<FinishedKind> KINDS = List.of(FinishedKind.values());

    private final int[] reminders = new int[OUTCOMES.size()];
    private final int[] heldBack = new int[RULES.size()];
    private final int[] finished = new int[KINDS.size()];
    private final int[] minutes = new int[KINDS.size()];

    /**
     * A reminder for several issues has a decision for each, and counts with the issue whose name it bears. A withdrawal is no
     * outcome: what the reminder came to is decided beside it.
     */
    void decided(Decision decision) {
        boolean isAnothers = !decision.reminder().startsWith(decision.episode() + "/");
        if (isAnothers || decision.outcome() == Outcome.WITHDRAWN) {
            return;
        }
        reminders[OUTCOMES.indexOf(decision.outcome())]++;
        if (decision.outcome() == Outcome.HELD_BACK) {
            heldBack[RULES.indexOf(HoldRule.ofWord(decision.rule()))]++;
        }
    }

    void finished(FinishedKind kind, int tookMinutes) {
        finished[KINDS.indexOf(kind)]++;
        minutes[KINDS.indexOf(kind)] += tookMinutes;
    }

    boolean isAnything() {
        return Arrays.stream(reminders).sum() + Arrays.stream(finished).sum() > 0;
    }

    DaySummary.Told toEvent() {
        Map<Outcome, Integer> byOutcome = new EnumMap<>(Outcome.class);
        Map<String, Integer> byRule = new LinkedHashMap<>();
        Map<FinishedKind, DaySummary.Finished> byKind = new EnumMap<>(FinishedKind.class);
        for (Outcome outcome : OUTCOMES) {
            putIfAny(byOutcome, outcome, reminders[OUTCOMES.indexOf(outcome)]);
        }
        for (HoldRule rule : RULES) {
            putIfAny(byRule, rule.word(), heldBack[RULES.indexOf(rule)]);
        }
        for (FinishedKind kind : KINDS) {
            int count = finished[KINDS.indexOf(kind)];
            if (count > 0) {
                byKind.put(kind, new DaySummary.Finished(count, minutes[KINDS.indexOf(kind)]));
            }
        }
        return new DaySummary.Told(byOutcome, byRule, byKind);
    }

    private static <K> void putIfAny(Map<K, Integer> counts, K key, int count) {
        if (count > 0) {
            counts.put(key, count);
        }
    }

    void write(StateWriter out) {
        write(reminders, out);
        write(heldBack, out);
        write(finished, out);
        for (int i = 0; i < finished.length; i++) {
            if (finished[i] != 0) {
                out.number(minutes[i]);
            }
        }
    }

    /** Only those that are not 0, each with its place. */
    private static void write(int[] counts, StateWriter out) {
        out.number(Arrays.stream(counts).filter(count -> count != 0).count());
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                out.number(i).number(counts[i]);
            }
        }
    }

    static ToldDay read(StateReader in) {
        ToldDay day = new ToldDay();
        read(day.reminders, in);
        read(day.heldBack, in);
        read(day.finished, in);
        for (int i = 0; i < day.finished.length; i++) {
            if (day.finished[i] != 0) {
                day.minutes[i] = in.integer();
            }
        }
        return day;
    }

    private static void read(int[] counts, StateReader in) {
        for (int left = in.integer(); left > 0; left--) {
            int place = in.integer();
            counts[place] = in.integer();
        }
    }
}
