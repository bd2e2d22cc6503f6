package plumbline.simulator.device;

import plumbline.contract.device.Activity;

/**
 * What the sensors gave at one moment.
 *
 * @param neckDecidegrees in the sensor's own frame, {@link plumbline.contract.device.AngleColumn#MISSING} where it gave
 *     nothing
 * @param shoulderDecidegrees likewise
 */
record Sample(long timeMillis, int neckDecidegrees, int shoulderDecidegrees, Activity activity) {}
