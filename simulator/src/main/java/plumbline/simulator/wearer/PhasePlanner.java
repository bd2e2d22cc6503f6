package plumbline.simulator.wearer;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.Activity;

/** Fills a bout with phases: good, a bad spell with its fidgets, good again. */
final class PhasePlanner {
    /** Shorter ones are not begun. */
    private static final long LEAST_SPELL = 90_000;

    /** Every bout ends well, so that a spell's end never depends on what an activity counts as. */
    private static final long GOOD_END = 60_000;

    private static final long LEAST_FIDGET = 3_000;
    private static final long MOST_FIDGET = 14_000;
    private static final long LEAST_BETWEEN_FIDGETS = 40_000;
    private static final double HOUR = 3_600_000;

    private final Holding holding;
    private final Chance chance;

    PhasePlanner(Holding holding, Chance chance) {
        this.holding = holding;
        this.chance = chance;
    }

    Deque<Phase> plan(Bout bout, @Nullable Opening opening) {
        Deque<Phase> phases = new ArrayDeque<>();
        long at = bout.fromMillis();
        if (opening != null) {
            long spellAt = at + opening.spellAfter().toMillis();
            at = spellAt + opening.spellFor().toMillis();
            good(phases, bout, bout.fromMillis(), spellAt);
            phases.add(bad(bout.activity(), opening.kind(), spellAt, at));
        }
        boolean spells = bout.activity() == Activity.SITTING || bout.activity() == Activity.STANDING;
        while (spells && at < bout.toMillis()) {
            at = goodThenSpell(phases, bout, at);
        }
        good(phases, bout, at, bout.toMillis());
        return phases;
    }

    /** Returns where the spell ends, or the good stretch where the bout leaves no room for a spell. */
    private long goodThenSpell(Deque<Phase> phases, Bout bout, long from) {
        long spellAt = from + holding.good().draw(chance);
        long room = bout.toMillis() - GOOD_END - spellAt;
        if (room < LEAST_SPELL) {
            good(phases, bout, from, bout.toMillis());
            return bout.toMillis();
        }
        long end = spellAt + Math.min(room, holding.spell().draw(chance));
        good(phases, bout, from, spellAt);
        fidgety(phases, bad(bout.activity(), kind(), spellAt, end));
        return end;
    }

    private SpellKind kind() {
        return switch (chance.pick(holding.neckWeight(), holding.shouldersWeight(), holding.bothWeight())) {
            case 0 -> SpellKind.NECK;
            case 1 -> SpellKind.SHOULDERS;
            default -> SpellKind.BOTH;
        };
    }

    private void good(Deque<Phase> phases, Bout bout, long from, long to) {
        if (from < to) {
            double neck = Angles.GOOD_NECK.draw(chance);
            double shoulders = Angles.GOOD_SHOULDERS.draw(chance);
            phases.add(new Phase(from, to, bout.activity(), neck, shoulders, null, false, holding.cause(), false));
        }
    }

    private Phase bad(Activity activity, SpellKind kind, long from, long to) {
        double neck = (kind.neck() ? holding.badNeck() : Angles.GOOD_NECK).draw(chance);
        double shoulders = (kind.shoulders() ? holding.badShoulders() : Angles.GOOD_SHOULDERS).draw(chance);
        return new Phase(from, to, activity, neck, shoulders, kind, false, holding.cause(), false);
    }

    private void fidgety(Deque<Phase> phases, Phase spell) {
        Phase rest = spell;
        while (true) {
            long at = rest.fromMillis() + LEAST_BETWEEN_FIDGETS + chance.waitMillis(HOUR / holding.fidgetsPerHour());
            long end = at + chance.between(LEAST_FIDGET, MOST_FIDGET);
            if (end + LEAST_BETWEEN_FIDGETS > spell.toMillis()) {
                phases.add(rest);
                return;
            }
            phases.add(rest.until(at, false));
            phases.add(fidget(spell, at, end));
            rest = spell.from(end);
        }
    }

    private Phase fidget(Phase spell, long from, long to) {
        return new Phase(
                from,
                to,
                spell.activity(),
                Angles.GOOD_NECK.draw(chance),
                Angles.GOOD_SHOULDERS.draw(chance),
                spell.spell(),
                true,
                spell.cause(),
                false);
    }
}
