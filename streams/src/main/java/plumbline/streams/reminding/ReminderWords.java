package plumbline.streams.reminding;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import plumbline.contract.event.PostureIssue;

/** The words of reminders and decisions: what is, without blame. */
final class ReminderWords {
    static final String TITLE = "Time for a change of position";

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private ReminderWords() {}

    /** {@code "forward neck for 7 min"}, several with "and" between. */
    static String lasting(List<Due> merged) {
        return merged.stream()
                .map(due -> name(due.issue()) + " for " + length(due.lasting()) + carriedOn(due))
                .collect(Collectors.joining(" and "));
    }

    private static String carriedOn(Due due) {
        return !due.isCarriedOn() ? "" : due.carriesDose() ? " since a short break" : " in all";
    }

    /** {@code "7 min"}, or {@code "50 s"} for less than one. */
    static String length(Duration duration) {
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    private static String name(PostureIssue issue) {
        return switch (issue) {
            case FORWARD_NECK -> "forward neck";
            case ROUNDED_SHOULDERS -> "rounded shoulders";
            case PROLONGED_SITTING -> "sitting";
        };
    }

    /** {@code "held back: quiet hours until 07:00"}, by the wearer's own clock, with the day where it is not the next. */
    static String heldBack(Hold hold, Instant now, ZoneId zone) {
        String until = hold.until() == null ? "" : " until " + clock(hold.until(), now, zone);
        return "held back: " + hold.rule().meaning() + until;
    }

    private static String clock(Instant instant, Instant now, ZoneId zone) {
        boolean isSoon = Duration.between(now, instant).compareTo(Duration.ofDays(1)) < 0;
        return (isSoon ? CLOCK : DAY_AND_CLOCK).format(instant.atZone(zone));
    }
}
