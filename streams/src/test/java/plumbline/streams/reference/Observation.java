package plumbline.streams.reference;

/**
 * What is known of one issue from one moment on.
 *
 * @param upload which of the uploads in clean order told it
 * @param standsMillis for how long it stands at most, if nothing follows
 * @param degrees relative angle where the issue has one, else NaN
 * @param isAnew whether the device was calibrated or mounted anew just before
 */
record Observation(
        int upload, long timeMillis, long standsMillis, Says says, double degrees, boolean isSevere, boolean isAnew) {}
