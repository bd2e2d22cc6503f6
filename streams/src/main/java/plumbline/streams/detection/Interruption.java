package plumbline.streams.detection;

import plumbline.contract.event.PostureClass;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** A run of good posture or walking inside an open episode, where there is one: tolerated while it is short. Milliseconds. */
final class Interruption {
    private boolean on;
    private long millis;
    private long recovered;

    void begin() {
        on = true;
    }

    void add(PostureClass posture, long credit) {
        millis += credit;
        recovered += Recovery.worth(posture, credit);
    }

    void end() {
        on = false;
        millis = 0;
        recovered = 0;
    }

    boolean isOn() {
        return on;
    }

    long millis() {
        return millis;
    }

    /** What it is worth as recovery, should it turn out to be the episode's end. */
    long recovered() {
        return recovered;
    }

    void write(StateWriter out) {
        out.truth(on);
        if (on) {
            out.number(millis).number(recovered);
        }
    }

    static Interruption read(StateReader in) {
        Interruption interruption = new Interruption();
        interruption.on = in.truth();
        if (interruption.on) {
            interruption.millis = in.number();
            interruption.recovered = in.number();
        }
        return interruption;
    }
}
