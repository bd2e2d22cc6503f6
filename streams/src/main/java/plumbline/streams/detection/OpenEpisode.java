package plumbline.streams.detection;

import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.PostureClass;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** An episode between its first bad reading and its end: what has added up, how far it has come, what interrupts it. */
final class OpenEpisode {
    final EpisodeFigures figures;
    final EpisodeStage stage;
    private final Interruption interruption;

    private OpenEpisode(EpisodeFigures figures, EpisodeStage stage, Interruption interruption) {
        this.figures = figures;
        this.stage = stage;
        this.interruption = interruption;
    }

    /** One that begins; {@code carriedMillis} of earlier ones count towards it. */
    static OpenEpisode beginningAt(long startMillis, long carriedMillis) {
        return new OpenEpisode(new EpisodeFigures(startMillis, carriedMillis), new EpisodeStage(), new Interruption());
    }

    /** Credits what a bad reading stood for; tells whether that is worth publishing. */
    boolean addBad(Observation standing, long credit, EpisodeRules rules) {
        figures.addBad(standing, credit, rules);
        return stage.follow(figures, rules);
    }

    /** Credits what a reading of the interruption stood for; tells whether that ends the episode. */
    boolean addNotBad(PostureClass posture, long credit, EpisodeRules rules) {
        interruption.add(posture, credit);
        return isEndedBy(0, rules);
    }

    /** Another issue is long at the same time; tells whether that is worth publishing. */
    boolean raise(EpisodeRules rules) {
        return stage.raise(figures, rules);
    }

    /** Unless it is interrupted already, it is so now. */
    void interrupt(long atMillis) {
        if (!interruption.isOn()) {
            figures.end = atMillis;
            interruption.begin();
        }
    }

    /** A bad reading: what interrupted it, if anything, was short enough to be part of it. */
    void resume() {
        if (interruption.isOn()) {
            figures.tolerate(interruption.millis());
            interruption.end();
        }
    }

    /** Whether so much more of the interruption, if there is one, ends the episode. */
    boolean isEndedBy(long moreMillis, EpisodeRules rules) {
        return interruption.isOn() && interruption.millis() + moreMillis >= rules.close();
    }

    /** What it would leave if it ended now: an interruption at its end has paid back some of it already. */
    long unrecovered() {
        return Math.max(0, figures.exposure - interruption.recovered());
    }

    /** It has ended, where an interruption at its end began. */
    void leaveTo(Recovery recovery, EpisodeRules rules) {
        recovery.owe(unrecovered(), figures.end, interruption.millis(), rules.clears());
    }

    /** As it stands; {@code reason} is why it closes now, null while it goes on. */
    Episode toEvent(DeviceId device, PostureIssue issue, @Nullable CloseReason reason) {
        EpisodeState state = reason == null ? stage.state() : EpisodeState.CLOSED;
        return figures.toEvent(device, issue, state, stage.level(), reason);
    }

    void write(StateWriter out) {
        figures.write(out);
        stage.write(out);
        interruption.write(out);
    }

    static OpenEpisode read(StateReader in) {
        return new OpenEpisode(EpisodeFigures.read(in), EpisodeStage.read(in), Interruption.read(in));
    }
}
