package plumbline.simulator.wearer;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One synthetic wearer. The same seed, index, persona, start and opening make the same wearer, as long as it is told
 * the same at the same times. Time only goes forward.
 */
public final class Wearer {
    private final Persona persona;
    private final PostureScript script;
    private final Sway neckSway;
    private final Sway shoulderSway;
    private long lastMillis;

    /**
     * @param chance this wearer's own
     * @param opening null leaves the beginning to chance
     */
    public Wearer(Chance chance, Persona persona, Instant start, @Nullable Opening opening) {
        this.persona = persona;
        this.lastMillis = start.toEpochMilli();
        this.script = new PostureScript(persona, chance.fork(), lastMillis, opening);
        this.neckSway = new Sway(chance.fork());
        this.shoulderSway = new Sway(chance.fork());
    }

    public Persona persona() {
        return persona;
    }

    /** The posture at {@code millis} since 1970. */
    public Posture at(long millis) {
        Phase phase = script.at(millis);
        long step = millis - lastMillis;
        lastMillis = millis;
        return new Posture(
                phase.neckDegrees() + neckSway.advance(step),
                phase.shoulderDegrees() + shoulderSway.advance(step),
                phase.activity());
    }

    /** Sits or stands up straight. */
    public void correctPosture(long millis) {
        script.correct(millis);
    }

    public void standUp(long millis) {
        script.standUp(millis);
    }

    /** Ends the simulation: spells that go on are cut off. */
    public void finish(long millis) {
        script.finish(millis);
    }

    /** From now on {@code listener} hears of every stretch as it ends. */
    public void tell(Consumer<Stretch> listener) {
        script.tell(listener);
    }

    /** The spells that ended since the last call, in order of their ends. */
    public List<Spell> takeSpells() {
        return script.takeSpells();
    }
}
