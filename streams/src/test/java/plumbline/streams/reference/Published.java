package plumbline.streams.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.contract.event.Reminder;

/** What the topology published of one device. */
final class Published {
    /** Each episode as it came last. */
    final Map<String, Episode> episodes = new LinkedHashMap<>();

    final List<Reminder> reminders = new ArrayList<>();

    /** Each day as it came last. */
    final Map<LocalDate, DaySummary> days = new TreeMap<>();

    /** All episodes, reminders with their withdrawals, and decisions as written, in order within each topic. */
    final List<String> episodeLines = new ArrayList<>();

    final List<String> reminderLines = new ArrayList<>();
    final List<String> decisionLines = new ArrayList<>();

    void add(String line, Episode episode) {
        episodeLines.add(line);
        episodes.put(episode.id(), episode);
    }

    void add(String line, Reminder reminder) {
        reminderLines.add(line);
        reminders.add(reminder);
    }

    void add(DaySummary day) {
        days.put(day.date(), day);
    }

    void decide(String line) {
        decisionLines.add(line);
    }

    void withdraw(String line) {
        reminderLines.add(line);
    }

    void retract(String episode) {
        episodeLines.add("retracted " + episode);
        episodes.remove(episode);
    }
}
