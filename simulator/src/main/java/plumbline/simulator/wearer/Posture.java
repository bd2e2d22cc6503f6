package plumbline.simulator.wearer;

import plumbline.contract.device.Activity;

/**
 * How a wearer really holds itself at one moment.
 *
 * @param neckDegrees forward of the wearer's own upright; meaningless off the body
 * @param shoulderDegrees likewise
 */
public record Posture(double neckDegrees, double shoulderDegrees, Activity activity) {}
