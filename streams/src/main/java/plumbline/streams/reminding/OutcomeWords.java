package plumbline.streams.reminding;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Decision.Outcome;

/** The words for what became of a reminder: what is, without blame. */
final class OutcomeWords {
    private OutcomeWords() {}

    /** @param after since the reminder went out */
    static String text(Outcome outcome, @Nullable CloseReason how, Duration after) {
        String length = ReminderWords.length(after);
        return switch (outcome) {
            case CORRECTED -> (how == CloseReason.MOVED ? "you moved" : "good posture again") + " after " + length;
            case IGNORED -> "no change seen in " + length;
            case NOT_WORN -> (how == CloseReason.LYING ? "lying down" : "taken off") + " after " + length;
            case UNKNOWN -> "not known: too little was measured in " + length;
            case WITHDRAWN -> "withdrawn where it has not arrived yet: " + fixed(how);
            case RAISED, HELD_BACK -> throw new IllegalArgumentException(outcome + " is no end of a reminder");
        };
    }

    private static String fixed(@Nullable CloseReason how) {
        if (how == null) {
            throw new IllegalArgumentException("a withdrawal has its reason");
        }
        return switch (how) {
            case GOOD_POSTURE -> "good posture again";
            case MOVED -> "you moved";
            case OFF_BODY -> "taken off";
            case LYING -> "lying down";
            case GAP, CALIBRATION -> throw new IllegalArgumentException(how + " withdraws nothing");
        };
    }
}
