package plumbline.simulator.wearer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plumbline.contract.event.PostureIssue;

/** Keeps the truth about one wearer: joins the phases it went through to spells. */
final class Truth {
    /** A spell that may go on; a fidget counts once the issue is held again after it. */
    private static final class Open {
        private final long startMillis;
        private final Cause cause;
        private long heldUntilMillis;
        private long fidgetMillis;
        private long pendingMillis;

        private Open(Phase phase, Cause cause) {
            this.startMillis = phase.fromMillis();
            this.cause = cause;
        }

        private void pass(Phase phase, boolean fidget) {
            if (fidget) {
                pendingMillis += phase.toMillis() - phase.fromMillis();
                return;
            }
            fidgetMillis += pendingMillis;
            pendingMillis = 0;
            heldUntilMillis = phase.toMillis();
        }
    }

    private final Map<PostureIssue, Open> open = new EnumMap<>(PostureIssue.class);
    private final List<Spell> spells = new ArrayList<>();
    private Consumer<Stretch> stretches = stretch -> {};
    private boolean lastCutShort;

    /** From now on {@code listener} hears of every stretch as it ends. */
    void tell(Consumer<Stretch> listener) {
        stretches = listener;
    }

    /** The wearer goes into {@code phase}: spells that do not go on in it are over. */
    void enter(Phase phase) {
        for (PostureIssue issue : PostureIssue.values()) {
            if (!phase.isIn(issue)) {
                close(issue, lastCutShort ? Ending.REMINDER : Ending.OWN_ACCORD);
            }
        }
    }

    /** The wearer has gone through {@code phase}, from its start to its end. */
    void pass(Phase phase) {
        for (PostureIssue issue : PostureIssue.values()) {
            if (phase.isIn(issue)) {
                open.computeIfAbsent(issue, i -> new Open(phase, phase.causeOf(i)))
                        .pass(phase, phase.isFidgetOf(issue));
            }
        }
        lastCutShort = phase.cutShort();
        stretches.accept(Stretch.of(phase));
    }

    void finish() {
        for (PostureIssue issue : PostureIssue.values()) {
            close(issue, Ending.END_OF_RUN);
        }
    }

    private void close(PostureIssue issue, Ending ending) {
        Open spell = open.remove(issue);
        if (spell != null) {
            spells.add(new Spell(
                    issue,
                    Instant.ofEpochMilli(spell.startMillis),
                    Instant.ofEpochMilli(spell.heldUntilMillis),
                    Duration.ofMillis(spell.fidgetMillis),
                    spell.cause,
                    ending));
        }
    }

    /** The spells that ended since the last call. */
    List<Spell> take() {
        List<Spell> taken = List.copyOf(spells);
        spells.clear();
        return taken;
    }
}
