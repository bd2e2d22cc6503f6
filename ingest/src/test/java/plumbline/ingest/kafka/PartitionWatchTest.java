package plumbline.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import plumbline.contract.kafka.DevicePartition;

class PartitionWatchTest {
    private static final String TOPIC = "uploads";
    private static final int PARTITIONS = 4;
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Node NODE = new Node(1, "localhost", 9092);
    private static final String DEVICE = "d1";
    private static final int HOME = DevicePartition.of(DEVICE, PARTITIONS);

    private final Set<Integer> leaderless = new HashSet<>();
    private boolean unreachable;
    private long now;
    private int looks;

    private PartitionWatch watch() {
        return new PartitionWatch(List.of(TOPIC), this::partitions, GRACE, () -> now);
    }

    private List<PartitionInfo> partitions(String topic) {
        looks++;
        if (unreachable) {
            throw new TimeoutException("planted");
        }
        return IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new PartitionInfo(
                        topic, number, leaderless.contains(number) ? null : NODE, new Node[] {NODE}, new Node[0]))
                .toList();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void aPartitionIsAwayAfterExactlyTheGrace() {
        PartitionWatch watch = watch();
        leaderless.add(HOME);
        pass(LOOK);
        assertThat(watch.isAway(TOPIC, DEVICE)).as("seen leaderless now").isFalse();
        pass(GRACE.minus(LOOK));
        assertThat(watch.isAway(TOPIC, DEVICE)).as("a second before").isFalse();
        pass(LOOK);
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
    void aPartitionThatWasBackAndGoesAgainIsNews() {
        leaderless.add(HOME);
        PartitionWatch watch = watch();
        leaderless.clear();
        pass(LOOK);
        assertThat(watch.isAway(TOPIC, DEVICE)).isFalse();
        leaderless.add(HOME);
        pass(LOOK);
        assertThat(watch.newlyAway()).isEmpty();
        pass(GRACE);
        assertThat(watch.newlyAway()).containsExactly(new TopicPartition(TOPIC, HOME));
    }

    @Test
    void oneThatGoesWhileAnotherIsAwayIsNews() {
        leaderless.add(HOME);
        PartitionWatch watch = watch();
        int other = (HOME + 1) % PARTITIONS;
        leaderless.add(other);
        pass(LOOK);
        watch.newlyAway();
        pass(GRACE);
        assertThat(watch.newlyAway()).containsExactly(new TopicPartition(TOPIC, other));
    }

    @Test
    void aChangeOfLeadersWithinTheGraceIsNothing() {
        PartitionWatch watch = watch();
        leaderless.add(HOME);
        pass(LOOK);
        watch.newlyAway();
        leaderless.clear();
        pass(GRACE);
        assertThat(watch.newlyAway()).isEmpty();
    }

    @Test
    void itLooksOnceASecondAtMost() {
        PartitionWatch watch = watch();
        pass(LOOK.minusNanos(1));
        watch.isAway(TOPIC, DEVICE);
        assertThat(looks).isEqualTo(1);
        pass(Duration.ofNanos(1));
        watch.isAway(TOPIC, DEVICE);
        watch.newlyAway();
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void aDeviceWaitsAlwaysInTheSamePartitionThatIsThere() {
        leaderless.add(HOME);
        PartitionWatch watch = watch();
        assertThat(watch.present(TOPIC, DEVICE)).isEqualTo(watch.present(TOPIC, DEVICE));
        assertThat(watch.present(TOPIC, DEVICE).orElseThrow())
                .isNotEqualTo(HOME)
                .isBetween(0, PARTITIONS - 1);
    }

    @Test
    void whereAllAreAwayThereIsNoPlaceToWaitIn() {
        leaderless.addAll(Set.of(0, 1, 2, 3));
        assertThat(watch().present(TOPIC, DEVICE)).isEmpty();
    }

    @Test
    void whatWasSeenLastStandsWhileKafkaCanNotBeAsked() {
        leaderless.add(HOME);
        PartitionWatch watch = watch();
        leaderless.clear();
        unreachable = true;
        pass(LOOK);
        assertThat(watch.isAway(TOPIC, DEVICE)).isTrue();
    }
}
