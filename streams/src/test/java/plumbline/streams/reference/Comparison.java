package plumbline.streams.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;

/** Where the topology and the reference part, told so that a person can see it. */
final class Comparison {
    /** How events are written: seconds to the millisecond, degrees to a tenth, shares to a thousandth. */
    private static final double HALF_A_THOUSANDTH = 0.5e-3 + 1e-9;

    private static final double HALF_A_TENTH = 0.05 + 1e-9;
    private static final double P95_DEGREES = 1 + 1e-9;

    private Comparison() {}

    /** The first difference between the reference and what was published of one device, null where they agree. */
    static @Nullable String difference(WearerCase wearer, ReferenceDetector reference, Published published) {
        String episode = episodes(wearer, reference, published);
        String reminder = episode != null ? episode : reminders(reference, published);
        return reminder != null ? reminder : DayComparison.difference(reference.days, published.days);
    }

    /**
     * The first line that was published in one run and not in the other, or the first day of which something else was
     * measured in the end; null where there is none.
     */
    static @Nullable String difference(Published wanted, Published got) {
        String episode = line("episode", wanted.episodeLines, got.episodeLines);
        String reminder = episode != null ? episode : line("reminder", wanted.reminderLines, got.reminderLines);
        String decision = reminder != null ? reminder : line("decision", wanted.decisionLines, got.decisionLines);
        return decision != null ? decision : DayComparison.difference(wanted.days, got.days);
    }

    private static @Nullable String line(String what, List<String> wanted, List<String> got) {
        for (int i = 0; i < Math.max(wanted.size(), got.size()); i++) {
            String want = i < wanted.size() ? wanted.get(i) : "nothing";
            String have = i < got.size() ? got.get(i) : "nothing";
            if (!want.equals(have)) {
                return what + " line " + i + " differs\n  clean order " + want + "\n  here        " + have;
            }
        }
        return null;
    }

    /** The first episode that the reference has otherwise, however often it was published before, null for none. */
    static @Nullable String episodes(WearerCase wearer, ReferenceDetector reference, Published published) {
        List<ReferenceEpisode> expected = reference.episodes.stream()
                .sorted(Comparator.comparingLong((ReferenceEpisode episode) -> episode.startMillis)
                        .thenComparing(episode -> episode.issue))
                .toList();
        List<Episode> actual = published.episodes.values().stream()
                .sorted(Comparator.comparing(Episode::start).thenComparing(Episode::issue))
                .toList();
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            ReferenceEpisode wanted = i < expected.size() ? expected.get(i) : null;
            Episode got = i < actual.size() ? actual.get(i) : null;
            List<String> fields =
                    wanted == null || got == null ? List.of("one of them is missing") : differing(wearer, wanted, got);
            if (!fields.isEmpty()) {
                return "episode " + i + " differs: " + String.join(", ", fields) + "\n  reference " + text(wanted)
                        + "\n  topology  " + text(got);
            }
        }
        return null;
    }

    private static List<String> differing(WearerCase wearer, ReferenceEpisode wanted, Episode got) {
        List<String> fields = new ArrayList<>();
        note(fields, "id", got.id().equals(Episode.id(wearer.device(), wanted.issue, wanted.startMillis)));
        note(fields, "start", got.start().toEpochMilli() == wanted.startMillis);
        note(fields, "end", got.end().toEpochMilli() == wanted.endMillis);
        note(fields, "state", got.state() == EpisodeState.CLOSED);
        note(fields, "close reason", got.closeReason() == wanted.closeReason);
        note(fields, "bad time", isNear(got.badSeconds(), wanted.badMillis / 1e3, HALF_A_THOUSANDTH));
        note(fields, "carried time", isNear(got.carriedSeconds(), wanted.carriedMillis / 1e3, HALF_A_THOUSANDTH));
        note(fields, "severe time", isNear(got.severeSeconds(), wanted.severeMillis / 1e3, HALF_A_THOUSANDTH));
        note(fields, "interruptions", got.interruptions() == wanted.interruptions);
        note(fields, "coverage", isNear(got.coverage(), wanted.coverage(), HALF_A_THOUSANDTH));
        note(fields, "level", got.level() == wanted.level);
        if (wanted.issue != PostureIssue.PROLONGED_SITTING) {
            double[] p95 = wanted.p95Degrees();
            note(fields, "mean", isNear(got.meanDegrees(), wanted.meanDegrees(), HALF_A_TENTH));
            note(fields, "max", isNear(got.maxDegrees(), wanted.maxDegrees(), HALF_A_TENTH));
            note(fields, "p95", isNear(got.p95Degrees(), (p95[0] + p95[1]) / 2, (p95[1] - p95[0]) / 2 + P95_DEGREES));
        } else {
            note(fields, "angles", got.meanDegrees() == null && got.p95Degrees() == null && got.maxDegrees() == null);
        }
        return fields;
    }

    private static void note(List<String> fields, String field, boolean agrees) {
        if (!agrees) {
            fields.add(field);
        }
    }

    private static boolean isNear(@Nullable Double got, double wanted, double within) {
        return got != null && Math.abs(got - wanted) <= within;
    }

    private static String text(@Nullable ReferenceEpisode episode) {
        if (episode == null) {
            return "none";
        }
        double[] p95 = episode.p95Degrees();
        return text(
                        episode.issue,
                        episode.startMillis,
                        episode.endMillis,
                        String.valueOf(episode.closeReason),
                        episode.level,
                        episode.badMillis / 1e3,
                        episode.carriedMillis / 1e3,
                        episode.severeMillis / 1e3)
                + String.format(
                        Locale.ROOT,
                        " mean %.3f p95 %.1f-%.1f max %.1f, %d interruptions, coverage %.4f",
                        episode.meanDegrees(),
                        p95[0],
                        p95[1],
                        episode.maxDegrees(),
                        episode.interruptions,
                        episode.coverage());
    }

    private static String text(@Nullable Episode episode) {
        return episode == null
                ? "none"
                : text(
                                episode.issue(),
                                episode.start().toEpochMilli(),
                                episode.end().toEpochMilli(),
                                String.valueOf(episode.closeReason()),
                                episode.level(),
                                episode.badSeconds(),
                                episode.carriedSeconds(),
                                episode.severeSeconds())
                        + String.format(
                                Locale.ROOT,
                                " mean %.3f p95 %.1f max %.1f, %d interruptions, coverage %.4f",
                                episode.meanDegrees(),
                                episode.p95Degrees(),
                                episode.maxDegrees(),
                                episode.interruptions(),
                                episode.coverage());
    }

    private static String text(
            PostureIssue issue,
            long startMillis,
            long endMillis,
            String reason,
            int level,
            double bad,
            double carried,
            double severe) {
        return String.format(
                Locale.ROOT,
                "%s %s (%d) to %s, %s, level %d, bad %.3f s, carried %.3f s, severe %.3f s,",
                issue.word(),
                Instant.ofEpochMilli(startMillis),
                startMillis,
                Instant.ofEpochMilli(endMillis),
                reason,
                level,
                bad,
                carried,
                severe);
    }

    private static @Nullable String reminders(ReferenceDetector reference, Published published) {
        for (int i = 0; i < Math.max(reference.reminders.size(), published.reminders.size()); i++) {
            String wanted = i < reference.reminders.size() ? text(reference.reminders.get(i)) : "none";
            String got = i < published.reminders.size() ? text(published.reminders.get(i)) : "none";
            if (!wanted.equals(got)) {
                return "reminder " + i + " differs\n  reference " + wanted + "\n  topology  " + got;
            }
        }
        return null;
    }

    private static String text(ReferenceReminder reminder) {
        return reminder.id() + " at " + Instant.ofEpochMilli(reminder.raisedAtMillis()) + " for " + reminder.issues()
                + ", level " + reminder.level();
    }

    private static String text(Reminder reminder) {
        return reminder.id() + " at " + reminder.raisedAt() + " for " + reminder.issues() + ", level "
                + reminder.level();
    }
}
