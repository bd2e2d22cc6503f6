package plumbline.simulator.wearer;

import java.time.Duration;

/**
 * How a wearer's first sitting bout begins, where it is not left to chance: good for a while, then one spell, held
 * without a fidget, so that it can be told to the second when it grows long.
 */
public record Opening(Duration spellAfter, Duration spellFor, SpellKind kind) {}
