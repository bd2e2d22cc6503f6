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
    private long worstSumMillis;
    private long allowedOnWorstSumMillis;
    private int sums;
    private int sumsBeyond;
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

    void sum(long foundMillis, TrueDay day, String words) {
        sums++;
        long error = foundMillis - day.trueMillis();
        if (Math.abs(error) > Math.abs(worstSumMillis)) {
            worstSumMillis = error;
            allowedOnWorstSumMillis = error < 0 ? day.mostMissed() : day.mostAdded();
        }
        if (!day.allows(foundMillis)) {
            sumsBeyond++;
            faults.add("day's sum off by " + error / 1_000.0 + " s: " + words + " " + day);
        } else if (foundMillis != day.shownMillis()) {
            differing(
                    "%s %s s, readings show %s s".formatted(words, foundMillis / 1_000.0, day.shownMillis() / 1_000.0));
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
        if (Math.abs(other.worstSumMillis) > Math.abs(worstSumMillis)) {
            worstSumMillis = other.worstSumMillis;
            allowedOnWorstSumMillis = other.allowedOnWorstSumMillis;
        }
        sums += other.sums;
        sumsBeyond += other.sumsBeyond;
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
                "sums",
                "sum s",
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
                String.valueOf(sums),
                seconds(Math.abs(worstSumMillis)),
                seconds(allowedOnWorstSumMillis),
                String.valueOf(sumsBeyond));
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1_000.0);
    }
}
