package plumbline.simulator.wearer;

import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.Activity;

/**
 * What one wearer does, phase after phase, drawn as time passes and changed from there on when the wearer heeds a
 * reminder. Time only goes forward.
 */
final class PostureScript {
    private final BoutPlanner bouts;
    private final PhasePlanner phases;
    private final Truth truth = new Truth();
    private Bout bout;
    private Deque<Phase> ahead;
    private Phase current;

    PostureScript(Persona persona, Chance chance, long startMillis, @Nullable Opening opening) {
        bouts = new BoutPlanner(persona.movement(), chance.fork(), startMillis);
        phases = new PhasePlanner(persona.holding(), chance.fork());
        bout = bouts.first(startMillis, opening);
        ahead = phases.plan(bout, opening);
        current = ahead.remove();
    }

    Phase at(long millis) {
        if (millis < current.fromMillis()) {
            throw new IllegalArgumentException("the script is at " + current.fromMillis() + ", past " + millis);
        }
        while (current.toMillis() <= millis) {
            truth.pass(current);
            current = next();
        }
        return current;
    }

    private Phase next() {
        while (ahead.isEmpty()) {
            begin(bouts.after(bout));
        }
        Phase next = ahead.remove();
        truth.enter(next);
        return next;
    }

    /** Holds itself well from now on, for a while; nothing changes where it does already. */
    void correct(long millis) {
        if (at(millis).spell() == null) {
            return;
        }
        long cut = cut(millis);
        begin(new Bout(bout.activity(), cut, bout.toMillis()));
        current = next();
    }

    /** Gets up, and sits down again as after any other break; nothing changes where it does not sit. */
    void standUp(long millis) {
        if (at(millis).activity() != Activity.SITTING) {
            return;
        }
        begin(bouts.standing(cut(millis)));
        current = next();
    }

    private long cut(long millis) {
        long cut = Math.max(millis, current.fromMillis() + 1);
        truth.pass(current.until(cut, true));
        return cut;
    }

    private void begin(Bout next) {
        bout = next;
        ahead = phases.plan(next, null);
    }

    void finish(long millis) {
        Phase last = at(millis);
        if (last.fromMillis() < millis) {
            truth.pass(last.until(millis, false));
        }
        truth.finish();
    }

    void tell(Consumer<Stretch> listener) {
        truth.tell(listener);
    }

    List<Spell> takeSpells() {
        return truth.take();
    }
}
