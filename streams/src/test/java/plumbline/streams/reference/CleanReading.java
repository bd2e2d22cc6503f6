package plumbline.streams.reference;

import plumbline.contract.device.Activity;
import plumbline.contract.device.Mount;

/**
 * A reading in clean order.
 *
 * @param upload which of the uploads in clean order it came with
 * @param intervalMillis nominal time to the next one
 * @param neckDegrees forward of the wearer's own upright; NaN where it was not measured, was dropped, or nothing is known of
 *     the upright
 * @param beginsAnew whether it continues nothing: after a long hole, another calibration or mount, or while not worn
 */
record CleanReading(
        int upload,
        long timeMillis,
        long intervalMillis,
        double neckDegrees,
        double shoulderDegrees,
        Activity activity,
        Mount mount,
        String calibration,
        boolean beginsAnew) {}
