package plumbline.standalone.verify;

import java.util.List;
import plumbline.contract.event.DaySummary;
import plumbline.simulator.wearer.Spell;
import plumbline.simulator.wearer.Stretch;

/**
 * One wearer after a run: the truth, what was sent of it, and what the machine found.
 *
 * @param days the last revision of each
 * @param lost readings that gave way in a full flash, never sent
 */
record WearerLog(
        List<Stretch> stretches,
        List<Spell> spells,
        SentReadings sent,
        List<FoundEpisode> found,
        List<DaySummary> days,
        long lost) {}
