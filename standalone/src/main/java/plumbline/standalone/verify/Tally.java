package plumbline.standalone.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found of the truth, and what was not: of one wearer, or of all of a persona. */
final class Tally {
    private int wearers;
    private long readings;
    private long lostReadings;
    private int spells;
    private int longSpells;
    private int spellsFound;
    private int longEpisodes;
    private int episodesFound;
    private int invented;
    private int differing;
    private long worstStartMillis;
    private long worstDayMillis;
    private long allowedOnWorstDayMillis;
    private int daysBeyond;
    private final List<String> faults = new ArrayList<>();

    void wearer(WearerLog log) {
        wearers++;
        readings += log.sent().count();
        lostReadings += log.lost();
        spells += log.spells().size();
    }

    void longSpell(boolean found, String words) {
        longSpells++;
        spellsFound += found ? 1 : 0;
        fault(!found, "spell missed: " + words);
    }

    void longEpisode(boolean found, String words) {
        longEpisodes++;
        episodesFound += found ? 1 : 0;
        fault(!found, "long episode missed: " + words);
    }

    void invented(String words) {
        invented++;
        fault(true, "invented: " + words);
    }

    void differing(String words) {
        differing++;
        fault(true, "figures differ: " + words);
    }

    void start(long errorMillis) {
        worstStartMillis = Math.max(worstStartMillis, errorMillis);
    }

    void day(long foundMillis, TrueDay day, String words) {
        long error = foundMillis - day.heldMillis();
        if (Math.abs(error) > Math.abs(worstDayMillis)) {
            worstDayMillis = error;
            allowedOnWorstDayMillis = error < 0 ? day.mostMissed() : day.mostAdded();
        }
        if (!day.allows(foundMillis)) {
            daysBeyond++;
            faults.add("day's sum off by " + error / 1_000.0 + " s: " + words + " " + day);
        }
    }

    private void fault(boolean is, String words) {
        if (is) {
            faults.add(words);
        }
    }

    void add(Tally other) {
        wearers += other.wearers;
        readings += other.readings;
        lostReadings += other.lostReadings;
        spells += other.spells;
        longSpells += other.longSpells;
        spellsFound += other.spellsFound;
        longEpisodes += other.longEpisodes;
        episodesFound += other.episodesFound;
        invented += other.invented;
        differing += other.differing;
        worstStartMillis = Math.max(worstStartMillis, other.worstStartMillis);
        if (Math.abs(other.worstDayMillis) > Math.abs(worstDayMillis)) {
            worstDayMillis = other.worstDayMillis;
            allowedOnWorstDayMillis = other.allowedOnWorstDayMillis;
        }
        daysBeyond += other.daysBeyond;
        faults.addAll(other.faults);
    }

    /** Of the spells, those that were long by themselves. */
    int longSpells() {
        return longSpells;
    }

    long lostReadings() {
        return lostReadings;
    }

    long readings() {
        return readings;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    static List<String> head() {
        return List.of(
                "persona",
                "wearers",
                "readings",
                "lost",
                "spells",
                "long",
                "found",
                "long episodes",
                "found",
                "invented",
                "differing",
                "start s",
                "day s",
                "allowed s",
                "beyond");
    }

    List<String> row(String name) {
        return List.of(
                name,
                String.valueOf(wearers),
                String.valueOf(readings),
                String.valueOf(lostReadings),
                String.valueOf(spells),
                String.valueOf(longSpells),
                String.valueOf(spellsFound),
                String.valueOf(longEpisodes),
                String.valueOf(episodesFound),
                String.valueOf(invented),
                String.valueOf(differing),
                seconds(worstStartMillis),
                seconds(Math.abs(worstDayMillis)),
                seconds(allowedOnWorstDayMillis),
                String.valueOf(daysBeyond));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1_000.0);
    }
}
