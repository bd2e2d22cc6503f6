package plumbline.streams.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.contract.event.Episode;
import plumbline.contract.event.Reminder;

/** What the topology published of one device. */
final class Published {
    /** Each episode as it came last. */
    final Map<String, Episode> episodes = new LinkedHashMap<>();

    final List<Reminder> reminders = new ArrayList<>();

    /** All episodes, reminders and decisions as written, in order within each topic. */
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

    void add(String decisionLine) {
        decisionLines.add(decisionLine);
    }

    void retract(String episode) {
        episodeLines.add("retracted " + episode);
        episodes.remove(episode);
    }
}
