package plumbline.streams.reference;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.streams.test.TestRecord;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.ReminderEventCodec;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Episode;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.TopicPrefix;
import plumbline.streams.topology.Pipeline;

/** Many devices in one topology, each of which is a case of its own. */
final class Fleet implements AutoCloseable {
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration FOR_GOOD = Duration.ofDays(1);

    private static final long A_MINUTE = 60_000;

    /** Until what came late is worked in. */
    private static final Duration A_WHILE = Duration.ofMinutes(3);

    private final Path stateDirectory;
    private final Map<String, Published> published = new HashMap<>();
    private final UploadCodec codec = new UploadCodec();
    private Pipeline pipeline;
    private final Map<String, Instant> lasts = new HashMap<>();
    private int answered;
    private long arrivedMillis;

    Fleet(Path stateDirectory) {
        this.stateDirectory = stateDirectory;
        this.pipeline = new Pipeline(stateDirectory, TopicPrefix.NONE);
    }

    /** Everything in the given order, after which all devices are silent for good. */
    static Map<String, Published> run(Path stateDirectory, List<WearerCase> wearers, List<Delivered> deliveries) {
        try (Fleet fleet = new Fleet(stateDirectory)) {
            wearers.forEach(fleet::meets);
            deliveries.forEach(fleet::takes);
            return fleet.end();
        }
    }

    /** Everything as it comes, with a look at what nothing arrives for in each minute between. */
    static Map<String, Published> live(Path stateDirectory, List<WearerCase> wearers, List<Delivered> deliveries) {
        return live(stateDirectory, wearers, deliveries, fleet -> {});
    }

    /** @param meanwhile what happens after each late upload */
    static Map<String, Published> live(
            Path stateDirectory, List<WearerCase> wearers, List<Delivered> deliveries, Consumer<Fleet> meanwhile) {
        try (Fleet fleet = new Fleet(stateDirectory)) {
            wearers.forEach(fleet::meets);
            deliveries.stream()
                    .sorted(Comparator.comparingLong(
                            delivered -> delivered.arrival().atMillis()))
                    .forEach(delivered -> {
                        fleet.passTo(delivered.arrival().atMillis());
                        fleet.takes(delivered);
                        if (delivered.isLate()) {
                            meanwhile.accept(fleet);
                        }
                    });
            return fleet.end();
        }
    }

    /** Time goes by: of each minute on the way, of the first day only where nothing comes for longer. */
    private void passTo(long millis) {
        long until = Math.min(millis, arrivedMillis + FOR_GOOD.toMillis());
        for (long at = arrivedMillis - arrivedMillis % A_MINUTE + A_MINUTE; at <= until; at += A_MINUTE) {
            pipeline.timeIs(Instant.ofEpochMilli(at));
            for (; answered < pipeline.reads(); answered++) {
                pipeline.silence(Duration.ZERO);
            }
        }
        arrivedMillis = millis;
    }

    void meets(WearerCase wearer) {
        pipeline.arrives(
                KafkaTopic.PROFILES,
                wearer.device().value(),
                EventJson.encode(wearer.profile()),
                Instant.ofEpochMilli(wearer.arrivals().get(0).atMillis()));
    }

    void takes(Delivered delivered) {
        lasts.merge(
                delivered.wearer().device().value(),
                Instant.ofEpochMilli(delivered.arrival().atMillis()),
                (one, other) -> one.isAfter(other) ? one : other);
        pipeline.arrives(
                KafkaTopic.UPLOADS,
                delivered.wearer().device().value(),
                codec.encodeBinary(delivered.arrival().upload()),
                Instant.ofEpochMilli(delivered.arrival().atMillis()));
    }

    /** The process ends, and another takes its state over. */
    void restarts() {
        collect();
        pipeline = pipeline.restarted(stateDirectory);
    }

    Map<String, Published> end() {
        for (Instant last : lastArrivals()) {
            pipeline.timeIs(last);
            readBack();
            pipeline.silence(FOR_GOOD);
            readBack();
        }
        collect();
        return published;
    }

    /** The last arrival of all wearers who lived at about the same time. */
    private List<Instant> lastArrivals() {
        List<Instant> ends = new ArrayList<>();
        for (Instant next : new TreeSet<>(lasts.values())) {
            int place = ends.size() - 1;
            if (place >= 0 && Duration.between(ends.get(place), next).compareTo(FOR_GOOD) < 0) {
                ends.set(place, next);
            } else {
                ends.add(next);
            }
        }
        return ends;
    }

    /** Until every history that was asked for is read back; those that found no place ask again. */
    private void readBack() {
        int asked;
        do {
            pipeline.silence(A_WHILE);
            for (asked = pipeline.reads(); answered <= asked; answered++) {
                pipeline.silence(A_SECOND);
            }
        } while (pipeline.reads() > asked);
    }

    private Published of(String device) {
        return published.computeIfAbsent(device, key -> new Published());
    }

    private void collect() {
        for (KafkaTopic topic :
                List.of(KafkaTopic.EPISODES, KafkaTopic.REMINDERS, KafkaTopic.DECISIONS, KafkaTopic.DAYS)) {
            for (TestRecord<String, byte[]> record : pipeline.published(topic)) {
                Published device = of(record.key().split("/", 2)[0]);
                if (record.value() == null) {
                    device.retract(record.key());
                } else if (topic == KafkaTopic.EPISODES) {
                    device.add(
                            Pipeline.text(record), accepted(record, EventJson.decode(record.value(), Episode.class)));
                } else if (topic == KafkaTopic.REMINDERS) {
                    reminder(device, record);
                } else if (topic == KafkaTopic.DAYS) {
                    device.add(accepted(record, EventJson.decode(record.value(), DaySummary.class)));
                } else {
                    device.decide(Pipeline.text(record));
                }
            }
        }
        pipeline.published(KafkaTopic.STATUS);
        pipeline.published(KafkaTopic.STORED);
        pipeline.published(KafkaTopic.DEAD_LETTERS);
    }

    private static void reminder(Published device, TestRecord<String, byte[]> record) {
        if (accepted(record, ReminderEventCodec.decode(record.value())) instanceof Reminder reminder) {
            device.add(Pipeline.text(record), reminder);
        } else {
            device.withdraw(Pipeline.text(record));
        }
    }

    private static <T> T accepted(TestRecord<String, byte[]> record, Decoded<T> decoded) {
        if (decoded instanceof Decoded.Accepted<T> accepted) {
            return accepted.value();
        }
        throw new IllegalStateException("published what it can't read: " + Pipeline.text(record));
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
