package plumbline.streams;

import java.nio.file.Path;
import plumbline.streams.settings.RuleSettings;

/**
 * How the streams service runs.
 *
 * @param stateDirectory where the local copy of the devices' state lies; lost without harm
 * @param threads how many partitions are worked on at the same time
 * @param standbys how many other instances keep a copy of each partition's state
 * @param exactlyOnce whether what is published is committed together with what was read
 */
public record StreamsSettings(RuleSettings rules, Path stateDirectory, int threads, int standbys, boolean exactlyOnce) {
    /** So that another instance can go on at once. */
    public static final int DEFAULT_STANDBYS = 1;

    /** More than a machine has use for. */
    static final int MAX_THREADS = 64;

    static final int MAX_STANDBYS = 9;

    /** Throws IllegalArgumentException with a message for people. */
    public StreamsSettings {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new IllegalArgumentException("--threads is " + threads + "; allowed is 1 to " + MAX_THREADS);
        }
        if (standbys < 0 || standbys > MAX_STANDBYS) {
            throw new IllegalArgumentException("--standbys is " + standbys + "; allowed is 0 to " + MAX_STANDBYS);
        }
    }
}
