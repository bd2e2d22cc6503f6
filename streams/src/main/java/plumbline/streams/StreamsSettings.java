package plumbline.streams;

import java.nio.file.Path;
import plumbline.streams.settings.RuleSettings;

/**
 * How the streams service runs.
 *
 * @param stateDirectory where the local copy of the devices' state lies; lost without harm
 * @param threads how many partitions are worked on at the same time
 * @param exactlyOnce whether what is published is committed together with what was read
 */
public record StreamsSettings(RuleSettings rules, Path stateDirectory, int threads, boolean exactlyOnce) {}
