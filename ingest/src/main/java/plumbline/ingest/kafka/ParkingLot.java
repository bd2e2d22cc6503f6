package plumbline.ingest.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;

/**
 * Finds a place for the records of one producer whose own partition is away. It looks at the partitions once a second, on a
 * thread of its own, as the answer may take seconds.
 */
final class ParkingLot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ParkingLot.class);

    /** A partition gets another leader within seconds, where it has another replica. */
    private static final Duration AWAY_AFTER = Duration.ofSeconds(10);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(ParkingLot::thread);
    private final PartitionWatch watch;
    private final Parking parking;
    private final String lot;
    private boolean foundNoPlace;

    private ParkingLot(KafkaEndpoint endpoint, Function<String, List<PartitionInfo>> partitions) {
        parking = new Parking(endpoint);
        lot = endpoint.topic(KafkaTopic.PARKED);
        watch = new PartitionWatch(Parking.topics(endpoint), partitions, AWAY_AFTER);
    }

    /** @param partitions what the producer knows of a topic; may ask Kafka */
    @SuppressWarnings("FutureReturnValueIgnored") // it looks until it is closed
    static ParkingLot open(KafkaEndpoint endpoint, Function<String, List<PartitionInfo>> partitions) {
        ParkingLot opened = new ParkingLot(endpoint, partitions);
        opened.look();
        long millis = LOOK_EVERY.toMillis();
        opened.looking.scheduleWithFixedDelay(opened::look, millis, millis, TimeUnit.MILLISECONDS);
        return opened;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ingest-partitions");
        thread.setDaemon(true);
        return thread;
    }

    private void look() {
        Set<TopicPartition> before = watch.away();
        watch.look(System.nanoTime());
        if (!watch.away().equals(before)) {
            if (watch.away().isEmpty()) {
                LOG.info("every partition has a leader again");
            } else {
                LOG.error("no leader for {}: what belongs there is parked until it is back", away());
            }
        }
    }

    /** The names of the partitions that are away. */
    List<String> away() {
        return watch.away().stream().map(TopicPartition::toString).sorted().toList();
    }

    /** The record as it waits elsewhere; nothing where it can go home, or where there is no other place either. */
    Optional<ProducerRecord<@Nullable String, byte[]>> park(
            KafkaTopic topic, ProducerRecord<@Nullable String, byte[]> home) {
        String device = home.key();
        if (device == null || !watch.isAway(home.topic(), device)) {
            return Optional.empty();
        }
        OptionalInt place = watch.instead(home.topic(), device, lot);
        foundNoPlace |= place.isEmpty();
        return place.isPresent() ? Optional.of(parking.park(topic, home, place.getAsInt())) : Optional.empty();
    }

    /**
     * Why records may wait that could be parked now: their partition went away after they were sent there, or there was no
     * place. For the thread that parks.
     */
    Optional<String> heldUp() {
        foundNoPlace &= !watch.away().isEmpty();
        if (foundNoPlace && watch.hasPlace(lot)) {
            return Optional.of("there is room to park again");
        }
        Set<TopicPartition> newly = watch.newlyAway();
        return newly.isEmpty() ? Optional.empty() : Optional.of("no leader for " + newly);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
