package plumbline.simulator.wearer;

/**
 * How a persona holds itself while it sits or stands: good for a while, then a bad spell, and so on.
 *
 * @param good how long it holds itself well; a minute at least, so that one spell is never taken for two
 * @param spell how long it then does not; 90 seconds at least, so that a spell is never taken for a fidget
 * @param neckWeight how often a spell is one of the neck alone, against the other weights
 * @param badNeck mean neck angle in a spell; 25 degrees at least: sway and sensor noise never take it under 20
 * @param badShoulders mean shoulder angle in a spell; 20 degrees at least, likewise for 15
 * @param fidgetsPerHour short good interruptions of a spell
 */
public record Holding(
        Spread good,
        Spread spell,
        double neckWeight,
        double shouldersWeight,
        double bothWeight,
        Angles badNeck,
        Angles badShoulders,
        double fidgetsPerHour,
        Cause cause) {}
