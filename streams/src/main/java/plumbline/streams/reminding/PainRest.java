package plumbline.streams.reminding;

import java.util.ArrayList;
import java.util.List;
import plumbline.contract.device.Answer.PainCheckIn;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/**
 * The rest from exercises after reports of pain. A report is known by its time; the {@value #MOST} latest are kept, so that one
 * which comes again is not answered again. Milliseconds since 1970, 0 for never.
 */
final class PainRest {
    private static final int MOST = 2;

    private final List<Long> answered = new ArrayList<>(MOST);
    private long until;
    private boolean urgent;

    /**
     * Begins or lengthens the rest. One with a warning sign stays urgent until its end, whatever is reported meanwhile.
     *
     * @param atMillis when the wearer reported it, by a clock that can be believed
     * @return whether the report is to be answered, as it was not before
     */
    boolean begin(PainCheckIn pain, long atMillis, long restMillis) {
        long reported = pain.at().toEpochMilli();
        if (answered.contains(reported)) {
            return false;
        }
        if (answered.size() == MOST) {
            answered.remove(0);
        }
        answered.add(reported);
        urgent = !pain.signs().isEmpty() || (urgent && atMillis < until);
        until = Math.max(until, atMillis + restMillis);
        return true;
    }

    boolean isOn(long atMillis) {
        return atMillis < until;
    }

    /** Whether a doctor should be seen at once, for as long as the rest is on. */
    boolean isUrgent() {
        return urgent;
    }

    void write(StateWriter out) {
        out.time(until);
        if (until != 0) {
            out.number(2L * answered.size() + (urgent ? 1 : 0));
            answered.forEach(reported -> out.number(until - reported));
        }
    }

    static PainRest read(StateReader in) {
        PainRest rest = new PainRest();
        rest.until = in.time();
        if (in.isSince(3) && rest.until != 0) {
            int marks = in.integer();
            rest.urgent = marks % 2 == 1;
            for (int left = marks / 2; left > 0; left--) {
                rest.answered.add(rest.until - in.number());
            }
        }
        return rest;
    }
}
