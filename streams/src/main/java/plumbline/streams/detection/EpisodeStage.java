package plumbline.streams.detection;

import java.util.List;
import plumbline.contract.event.EpisodeState;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** How far an open episode has come: candidate, active, long at a level. */
final class EpisodeStage {
    private static final int HIGHEST_LEVEL = 3;
    private static final List<EpisodeState> STATES = List.of(EpisodeState.values());

    private EpisodeState state = EpisodeState.CANDIDATE;
    private int level;

    /** Takes over how far the figures have come; tells whether anything changed. */
    boolean follow(EpisodeFigures figures, EpisodeRules rules) {
        int wanted = rules.level(figures.exposure) + (figures.severe >= rules.severeLevel() ? 1 : 0);
        return grow(stateOf(figures, rules), wanted);
    }

    /** Another issue is long at the same time: one level up; tells whether anything changed. */
    boolean raise(EpisodeFigures figures, EpisodeRules rules) {
        return grow(EpisodeState.LONG, rules.level(figures.exposure) + 1);
    }

    private static EpisodeState stateOf(EpisodeFigures figures, EpisodeRules rules) {
        if (figures.bad < rules.active()) {
            return EpisodeState.CANDIDATE;
        }
        return figures.exposure >= rules.longAfter() ? EpisodeState.LONG : EpisodeState.ACTIVE;
    }

    /** A level is kept once reached: it tells how long the episode has been, not how bad the last reading was. */
    private boolean grow(EpisodeState to, int wantedLevel) {
        int higher = to == EpisodeState.LONG ? Math.max(level, Math.min(HIGHEST_LEVEL, wantedLevel)) : 0;
        boolean changed = to != state || higher != level;
        state = to;
        level = higher;
        return changed;
    }

    EpisodeState state() {
        return state;
    }

    int level() {
        return level;
    }

    boolean isActive() {
        return state == EpisodeState.ACTIVE || isLong();
    }

    boolean isLong() {
        return state == EpisodeState.LONG;
    }

    void write(StateWriter out) {
        out.word(state).number(level);
    }

    static EpisodeStage read(StateReader in) {
        EpisodeStage stage = new EpisodeStage();
        stage.state = in.word(STATES);
        stage.level = in.integer();
        return stage;
    }
}
