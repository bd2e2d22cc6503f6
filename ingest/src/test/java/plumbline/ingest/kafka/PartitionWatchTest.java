package plumbline.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import plumbline.contract.kafka.DevicePartition;

class PartitionWatchTest {
    private static final String TOPIC = "uploads";
    private static final String OTHER = "parked";
    private static final int PARTITIONS = 4;
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Node NODE = new Node(1, "localhost", 9092);
    private static final String DEVICE = "d1";
    private static final int HOME = DevicePartition.of(DEVICE, PARTITIONS);

    private final Set<Integer> leaderless = new HashSet<>();
    private boolean unreachable;
    private long now;

    /** One that has looked once. */
    private PartitionWatch watch() {
        PartitionWatch watch = new PartitionWatch(List.of(TOPIC, OTHER), this::partitions, GRACE);
        watch.look(now);
        return watch;
    }

    private List<PartitionInfo> partitions(String topic) {
        if (unreachable) {
            throw new TimeoutException("planted");
        }
        return IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new PartitionInfo(
                        topic,
                        number,
                        topic.equals(TOPIC) && leaderless.contains(number) ? null : NODE,
                        new Node[] {NODE},
                        new Node[0]))
                .toList();
    }

    private void lookAfter(Duration time, PartitionWatch watch) {
        now += time.toNanos();
        watch.look(now);
    }

    @Test
    void aPartitionIsAwayAfterExactlyTheGrace() {
        PartitionWatch watch = watch();
        leaderless.add(HOME);
        lookAfter(LOOK, watch);
        assertThat(watch.isAway(TOPIC, DEVICE)).as("seen leaderless now").isFalse();
        lookAfter(GRACE.minusNanos(1), watch);
        assertThat(watch.isAway(TOPIC, DEVICE)).as("a moment before").isFalse();
        lookAfter(Duration.ofNanos(1), watch);
        assertThat(watch.isAway(TOPIC, DEVICE)).isTrue();
        assertThat(watch.newlyAway()).containsExactly(new TopicPartition(TOPIC, HOME));
    }

    @Test
    void aPartitionWithoutLeaderAtTheFirstLookIsAwayAtOnceAndIsNoNews() {
        leaderless.add(HOME);
        PartitionWatch watch = watch();
        assertThat(watch.isAway(TOPIC, DEVICE)).isTrue();
        assertThat(watch.newlyAway()).isEmpty();
    }

    @Test
    void beforeTheFirstLookNothingIsAway() {
        PartitionWatch watch = new PartitionWatch(List.of(TOPIC), this::partitions, GRACE);
        assertThat(watch.isAway(TOPIC, DEVICE)).isFalse();
        assertThat(watch.instead(TOPIC, DEVICE, TOPIC)).isEmpty();
    }

    @Test
    void aPartitionThatWasBackAndGoesAgainIsNews() {
        leaderless.add(HOME);
        PartitionWatch watch = watch();
        leaderless.clear();
        lookAfter(LOOK, watch);
        assertThat(watch.isAway(TOPIC, DEVICE)).isFalse();
        leaderless.add(HOME);
        lookAfter(LOOK, watch);
        assertThat(watch.newlyAway()).isEmpty();
        lookAfter(GRACE, watch);
        assertThat(watch.newlyAway()).containsExactly(new TopicPartition(TOPIC, HOME));
    }

    @Test
    void oneThatGoesWhileAnotherIsAwayIsNews() {
        leaderless.add(HOME);
        PartitionWatch watch = watch();
        int other = (HOME + 1) % PARTITIONS;
        leaderless.add(other);
        lookAfter(LOOK, watch);
        lookAfter(GRACE, watch);
        assertThat(watch.newlyAway()).containsExactly(new TopicPartition(TOPIC, other));
    }

    @Test
    void aChangeOfLeadersWithinTheGraceIsNothing() {
        PartitionWatch watch = watch();
        leaderless.add(HOME);
        lookAfter(LOOK, watch);
        leaderless.clear();
        lookAfter(GRACE, watch);
        assertThat(watch.newlyAway()).isEmpty();
    }

    @Test
    void devicesOfOnePartitionWaitTogetherInOneThatIsThere() {
        leaderless.add(HOME);
        PartitionWatch watch = watch();
        Set<Integer> places = IntStream.range(0, 200)
                .mapToObj(number -> "device-" + number)
                .filter(device -> watch.isAway(TOPIC, device))
                .map(device -> watch.instead(TOPIC, device, OTHER).orElseThrow())
                .collect(Collectors.toSet());
        assertThat(places).containsExactly(HOME);
        assertThat(watch.instead(TOPIC, DEVICE, TOPIC).orElseThrow())
                .isNotEqualTo(HOME)
                .isBetween(0, PARTITIONS - 1);
    }

    @Test
    void whereAllAreAwayThereIsNoPlaceToWaitIn() {
        leaderless.addAll(Set.of(0, 1, 2, 3));
        PartitionWatch watch = watch();
        assertThat(watch.instead(TOPIC, DEVICE, TOPIC)).isEmpty();
        assertThat(watch.hasPlace(TOPIC)).isFalse();
        assertThat(watch.hasPlace(OTHER)).isTrue();
    }

    @Test
    void whatWasSeenLastStandsWhileKafkaCanNotBeAsked() {
        leaderless.add(HOME);
        PartitionWatch watch = watch();
        int other = (HOME + 1) % PARTITIONS;
        leaderless.add(other);
        lookAfter(LOOK, watch);
        unreachable = true;
        lookAfter(GRACE, watch);
        assertThat(watch.away()).as("no older for not being seen").containsExactly(new TopicPartition(TOPIC, HOME));
    }
}
