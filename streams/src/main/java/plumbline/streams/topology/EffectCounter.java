package plumbline.streams.topology;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Episode;
import plumbline.contract.event.RejectReason;
import plumbline.streams.device.Effect;

/** Counts what happens, without naming a device. */
final class EffectCounter {
    private static final String READINGS = "plumbline.readings";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;

    EffectCounter(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Effect effect) {
        if (effect instanceof Effect.ReadingsCounted readings) {
            readings("taken", readings.taken());
            readings("duplicate", readings.duplicate());
            readings("late", readings.late());
            readings("out_of_step", readings.outOfStep());
            angles("out_of_range", readings.outOfRange());
            angles("jump", readings.jumps());
        } else if (effect instanceof Effect.EpisodeChanged changed) {
            episode(changed.episode());
        } else if (effect instanceof Effect.EpisodeRetracted) {
            registry.counter("plumbline.episodes.retracted").increment();
        } else if (effect instanceof Effect.HistoryWanted) {
            registry.counter("plumbline.history.wanted").increment();
        } else if (effect instanceof Effect.Decided decided) {
            decision(decided.decision());
        }
    }

    void rejected(RejectReason reason) {
        registry.counter("plumbline.rejected", "reason", reason.word()).increment();
    }

    /** Late readings of a device are not worked into its history. */
    void historyGivenUp() {
        registry.counter("plumbline.history.given.up").increment();
    }

    private void readings(String outcome, int count) {
        if (count > 0) {
            registry.counter(READINGS, OUTCOME, outcome).increment(count);
        }
    }

    private void angles(String reason, int count) {
        if (count > 0) {
            registry.counter("plumbline.angles.dropped", "reason", reason).increment(count);
        }
    }

    private void episode(Episode episode) {
        registry.counter("plumbline.episodes", "issue", episode.issue().word(), "state", word(episode.state()))
                .increment();
    }

    private void decision(Decision decision) {
        registry.counter(
                        "plumbline.decisions",
                        "issue",
                        decision.issue() == null ? "none" : decision.issue().word(),
                        OUTCOME,
                        word(decision.outcome()),
                        "rule",
                        decision.rule())
                .increment();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
