package plumbline.standalone.verify;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.PostureIssue;
import plumbline.simulator.wearer.Spell;

/** Compares the episodes that the machine found of one wearer with the truth. */
final class EpisodeCheck {
    private final String name;
    private final WearerLog log;
    private final Tally tally = new Tally();

    private EpisodeCheck(String name, WearerLog log) {
        this.name = name;
        this.log = log;
    }

    /** @param name how faults call the wearer */
    static Tally of(String name, WearerLog log) {
        EpisodeCheck check = new EpisodeCheck(name, log);
        for (PostureIssue issue : PostureIssue.values()) {
            check.check(EpisodeLimits.of(issue));
        }
        return check.tally;
    }

    private void check(EpisodeLimits limits) {
        List<Seen> truth = SeenTruth.of(limits.issue(), log);
        List<TrueEpisode> expected = TrueEpisodes.of(truth, limits);
        List<FoundEpisode> found = log.found().stream()
                .filter(episode -> episode.issue() == limits.issue())
                .toList();
        spells(truth, found, limits);
        episodes(expected, found, limits);
    }

    /** Every spell that is long by itself and was sent without a break has a long episode from its first reading on. */
    private void spells(List<Seen> truth, List<FoundEpisode> found, EpisodeLimits limits) {
        for (Spell spell : log.spells()) {
            if (spell.issue() == limits.issue() && isLong(spell, truth, limits)) {
                long start = spell.start().toEpochMilli();
                long first = log.sent().from(limits.issue(), start);
                boolean isFound = found.stream()
                        .anyMatch(episode ->
                                episode.isLong() && episode.startMillis() <= first && episode.endMillis() > start);
                tally.longSpell(isFound, name + " " + spell);
            }
        }
    }

    private static boolean isLong(Spell spell, List<Seen> truth, EpisodeLimits limits) {
        long start = spell.start().toEpochMilli();
        long end = spell.end().toEpochMilli();
        long unsure = 0;
        boolean isSeen = false;
        for (Seen seen : truth) {
            if (seen.trueToMillis() > start && seen.trueFromMillis() < end) {
                boolean broken =
                        seen.trueToMillis() < end && seen.toMillis() - seen.lastMillis() == EpisodeLimits.HOLD_MILLIS;
                boolean headless = seen.beforeMillis() == seen.fromMillis() && seen.fromMillis() > start;
                if (broken || headless) {
                    return false;
                }
                isSeen = true;
                unsure += seen.posing() == Posing.HELD ? seen.mostMissed() : 0;
            }
        }
        return isSeen && spell.held().toMillis() - unsure >= limits.longAfter();
    }

    /** The published episodes are those that the rules make of the truth, no more and no fewer, with the same figures. */
    private void episodes(List<TrueEpisode> expected, List<FoundEpisode> found, EpisodeLimits limits) {
        Map<Long, FoundEpisode> byStart = new HashMap<>();
        found.forEach(episode -> byStart.put(episode.startMillis(), episode));
        for (TrueEpisode episode : expected) {
            if (limits.isPublished(episode)) {
                compare(episode, byStart.remove(episode.startMillis()), limits);
            }
        }
        byStart.values().forEach(episode -> tally.invented(name + " " + episode));
    }

    private void compare(TrueEpisode expected, @Nullable FoundEpisode found, EpisodeLimits limits) {
        boolean isLong = limits.isLong(expected);
        if (isLong) {
            tally.longEpisode(found != null && found.isLong(), words(expected));
        }
        if (found == null) {
            if (!isLong) {
                tally.differing(words(expected) + ", not found");
            }
            return;
        }
        tally.start(expected.startMillis() - expected.trulyFromMillis());
        if (found.isLong() && !isLong) {
            tally.invented(words(expected) + ", found long: " + found);
        } else if (!isSame(expected, found)) {
            tally.differing(words(expected) + ", found: " + found);
        }
    }

    private static boolean isSame(TrueEpisode expected, FoundEpisode found) {
        return found.isClosed()
                && expected.endMillis() == found.endMillis()
                && expected.badMillis() == found.badMillis()
                && expected.carriedMillis() == found.carriedMillis();
    }

    private String words(TrueEpisode episode) {
        return name + " " + Instant.ofEpochMilli(episode.startMillis()) + " " + episode;
    }
}
