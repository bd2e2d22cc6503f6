package plumbline.contract.event;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every Kafka topic of the pipeline, as data. Whatever its key, a record lies in the partition of its device; but for those
 * parked, which wait elsewhere while that one is away.
 */
public enum KafkaTopic {
    UPLOADS("posture.uploads.v1", Key.DEVICE, Format.PROTOBUF, Cleanup.DELETE, Duration.ofDays(7)),
    ANSWERS("posture.answers.v1", Key.DEVICE, Format.JSON, Cleanup.DELETE, Duration.ofDays(90)),
    PROFILES("posture.profiles.v1", Key.DEVICE, Format.JSON, Cleanup.COMPACT, null),
    STORED("posture.stored.v1", Key.DEVICE, Format.JSON, Cleanup.COMPACT, null),
    STATUS("posture.status.v1", Key.DEVICE, Format.JSON, Cleanup.COMPACT, null),
    EPISODES("posture.episodes.v1", Key.EPISODE, Format.JSON, Cleanup.COMPACT_AND_DELETE, Duration.ofDays(90)),
    REMINDERS("posture.reminders.v1", Key.DEVICE, Format.JSON, Cleanup.DELETE, Duration.ofDays(30)),
    DECISIONS("posture.decisions.v1", Key.DEVICE, Format.JSON, Cleanup.DELETE, Duration.ofDays(30)),
    DELIVERIES("posture.deliveries.v1", Key.DELIVERY, Format.JSON, Cleanup.COMPACT_AND_DELETE, Duration.ofDays(90)),
    DAYS("posture.days.v1", Key.DAY, Format.JSON, Cleanup.COMPACT_AND_DELETE, Duration.ofDays(400)),
    DEAD_LETTERS("posture.dead-letters.v1", Key.DEVICE, Format.RAW, Cleanup.DELETE, Duration.ofDays(7)),
    PARKED("posture.parked.v1", Key.DEVICE, Format.RAW, Cleanup.DELETE, Duration.ofDays(30));

    /** What a record's key names. */
    public enum Key {
        DEVICE,
        EPISODE,
        DELIVERY,
        DAY
    }

    /** What a record's value is. */
    public enum Format {
        PROTOBUF,
        JSON,
        RAW
    }

    /** What the broker removes, in the words of its {@code cleanup.policy}. */
    public enum Cleanup {
        DELETE("delete"),
        COMPACT("compact"),
        COMPACT_AND_DELETE("compact,delete");

        private final String policy;

        Cleanup(String policy) {
            this.policy = policy;
        }

        public String policy() {
            return policy;
        }
    }

    private final String baseName;
    private final Key key;
    private final Format format;
    private final Cleanup cleanup;
    private final @Nullable Duration retention;

    KafkaTopic(String baseName, Key key, Format format, Cleanup cleanup, @Nullable Duration retention) {
        this.baseName = baseName;
        this.key = key;
        this.format = format;
        this.cleanup = cleanup;
        this.retention = retention;
    }

    /** The name without a {@link TopicPrefix}. */
    public String baseName() {
        return baseName;
    }

    public Key key() {
        return key;
    }

    public Format format() {
        return format;
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    /** How long the broker keeps a record; nothing where compaction alone removes. */
    public Optional<Duration> retention() {
        return Optional.ofNullable(retention);
    }
}
