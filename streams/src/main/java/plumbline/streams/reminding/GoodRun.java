package plumbline.streams.reminding;

import java.util.OptionalLong;
import plumbline.streams.detection.Stretch;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** For how long nothing bad of one issue has been measured: good posture, or movement. Milliseconds. */
final class GoodRun {
    private long millis;
    private boolean ofEpisode;

    void take(Stretch stretch) {
        if (stretch.isBad()) {
            end();
        } else {
            ofEpisode = millis == 0 ? stretch.ofEpisode() : ofEpisode;
            millis += stretch.millis();
        }
    }

    void end() {
        millis = 0;
        ofEpisode = false;
    }

    /** When the run came to be that long, if it did so in the stretch taken last. */
    OptionalLong reached(long length, Stretch newest) {
        long wanted = Math.max(1, length);
        boolean reached = millis >= wanted && millis - newest.millis() < wanted;
        return reached ? OptionalLong.of(newest.toMillis() - (millis - wanted)) : OptionalLong.empty();
    }

    /** Whether it began within an episode that had become active. */
    boolean isOfEpisode() {
        return ofEpisode;
    }

    void write(StateWriter out) {
        out.number(millis);
        if (millis > 0) {
            out.truth(ofEpisode);
        }
    }

    static GoodRun read(StateReader in) {
        GoodRun run = new GoodRun();
        run.millis = in.number();
        run.ofEpisode = run.millis > 0 && in.truth();
        return run;
    }
}
