package plumbline.contract.device;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a wearer tells the pipeline. */
public sealed interface Answer {
    int MAX_BYTES = 4 * 1024;

    /** Device time at which the wearer answered. */
    Instant at();

    /**
     * An answer to one reminder.
     *
     * @param minutes for {@code SNOOZE} and {@code NOT_NOW}; null leaves the length to the settings
     */
    record ToReminder(
            Instant at,
            String reminder,
            AnswerWord answer,
            @Nullable Integer minutes) implements Answer {
        public static final int MAX_MINUTES = 24 * 60;
        public static final int MAX_REMINDER_LENGTH = 160;
    }

    /**
     * The wearer reports pain.
     *
     * @param days how long it has lasted
     */
    record PainCheckIn(Instant at, int days, boolean limitsActivity, Set<WarningSign> signs) implements Answer {
        public static final int MAX_DAYS = 36_500;

        public PainCheckIn {
            signs = Set.copyOf(signs);
        }
    }

    /**
     * The wearer finished an exercise, a walk or a session.
     *
     * @param exercise id from the stretch catalogue, null where it is none of them
     */
    record Finished(Instant at, FinishedKind kind, @Nullable String exercise, int minutes) implements Answer {
        public static final int MAX_MINUTES = 24 * 60;
    }
}
