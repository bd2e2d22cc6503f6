package plumbline.simulator.wearer;

/**
 * How well a persona's device reaches the network.
 *
 * @param gapsPerDay how often it loses the connection, per 24 hours
 * @param gap for how long
 * @param rebootsPerDay how often the device restarts, per 24 hours
 */
public record Coverage(double gapsPerDay, Spread gap, double rebootsPerDay) {}
