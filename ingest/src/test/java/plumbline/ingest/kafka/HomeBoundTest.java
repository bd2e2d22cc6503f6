package plumbline.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import plumbline.contract.operator.ServiceException;

class HomeBoundTest {
    private static final TopicPartition ONE = new TopicPartition("parked", 0);
    private static final TopicPartition OTHER = new TopicPartition("parked", 1);
    private static final CompletableFuture<RecordMetadata> STORED = CompletableFuture.completedFuture(null);

    private final HomeBound homeBound = new HomeBound();

    @Test
    void whatIsStoredNeedNotBeReadAgain() throws Exception {
        homeBound.sent(ONE, 7, STORED);
        homeBound.passedOver(ONE, 8);
        homeBound.sent(OTHER, 3, STORED);
        assertThat(homeBound.awaitStored(Duration.ZERO))
                .containsEntry(ONE, new OffsetAndMetadata(9))
                .containsEntry(OTHER, new OffsetAndMetadata(4));
        assertThatCode(homeBound::requireAllStored).doesNotThrowAnyException();
        assertThat(homeBound.stored()).isEqualTo(3);
    }

    @Test
    void whatComesAfterOneThatIsNotStoredIsReadAgainAndNothingOfTheOthers() throws Exception {
        homeBound.sent(ONE, 7, STORED);
        homeBound.sent(ONE, 8, new CompletableFuture<>());
        homeBound.sent(ONE, 9, STORED);
        homeBound.sent(OTHER, 3, STORED);
        assertThat(homeBound.awaitStored(Duration.ZERO))
                .containsEntry(ONE, new OffsetAndMetadata(8))
                .containsEntry(OTHER, new OffsetAndMetadata(4));
        assertThatThrownBy(homeBound::requireAllStored).isInstanceOf(ServiceException.class);
    }

    @Test
    void aFailureIsToldWithItsCause() throws Exception {
        homeBound.sent(ONE, 7, CompletableFuture.failedFuture(new IllegalStateException("planted")));
        assertThat(homeBound.awaitStored(Duration.ZERO)).isEmpty();
        assertThatThrownBy(homeBound::requireAllStored).hasMessageContaining("planted");
    }

    @Test
    void whereNothingIsUnderWayNothingIsCommitted() throws Exception {
        assertThat(homeBound.awaitStored(Duration.ZERO)).isEmpty();
    }
}
