package plumbline.alerts.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OpenOffsetsTest {
    private static final TopicPartition REMINDERS = new TopicPartition("reminders", 0);
    private static final TopicPartition ANSWERS = new TopicPartition("answers", 0);

    private final OpenOffsets offsets = new OpenOffsets();

    @Test
    void eachPartitionIsCommittedByItself() {
        offsets.open(read(REMINDERS, 3));
        offsets.open(read(ANSWERS, 7)).run();

        assertThat(offsets.committable()).isEqualTo(Map.of(ANSWERS, new OffsetAndMetadata(8)));
    }

    @Test
    void partitionThatIsGoneIsNotCommittedWhateverSettlesLater() {
        Runnable settle = offsets.open(read(REMINDERS, 3));
        offsets.drop(List.of(REMINDERS));

        settle.run();

        assertThat(offsets.committable()).isEmpty();
    }

    @Test
    void fullAtExactlyItsMaximumOfAllPartitionsTogether() {
        for (int offset = 1; offset < OpenOffsets.MAX_OPEN; offset++) {
            offsets.open(read(REMINDERS, offset));
        }
        assertThat(offsets.isFull()).isFalse();

        Runnable last = offsets.open(read(ANSWERS, 0));
        assertThat(offsets.isFull()).isTrue();

        last.run();
        assertThat(offsets.isFull()).isFalse();
    }

    private static ConsumerRecord<String, byte[]> read(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "dev-1", new byte[0]);
    }
}
