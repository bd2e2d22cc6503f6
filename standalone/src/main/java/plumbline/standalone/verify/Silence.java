package plumbline.standalone.verify;

/**
 * A time in which a device sent nothing new, though it had been expected to.
 *
 * @param newestMillis when the newest reading before it was taken
 * @param lengthMillis beyond what an upload of that device covers
 */
record Silence(long newestMillis, long lengthMillis) {}
