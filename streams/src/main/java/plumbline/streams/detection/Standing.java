package plumbline.streams.detection;

/**
 * The newest reading of an issue, of which nothing is credited yet.
 *
 * @param fromMillis when it was taken
 * @param holdMillis how long it stands at most
 * @param episodeMillis bad time of the open episode until now
 */
public record Standing(boolean bad, long fromMillis, long holdMillis, long episodeMillis) {
    public long endMillis() {
        return fromMillis + holdMillis;
    }

    /** What it adds to the episode's bad time up to a time. */
    public long badUntil(long millis) {
        return bad ? Math.max(0, Math.min(millis, endMillis()) - fromMillis) : 0;
    }
}
