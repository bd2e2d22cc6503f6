package plumbline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;
import plumbline.streams.topology.HistoryArchive.Archived;
import plumbline.streams.topology.HistoryArchive.TooLarge;

/** What becomes of those who asked for a history that could not be read. */
class FailedHistoryTest {
    private static final int PARTITION = 3;
    private static final long SINCE = 1_000;

    private final List<CompletableFuture<Archived>> questions = new ArrayList<>();
    private final HistoryDesk desk = new HistoryDesk((partition, device, since) -> {
        CompletableFuture<Archived> question = new CompletableFuture<>();
        questions.add(question);
        return question;
    });

    private static DeviceId device(int number) {
        return new DeviceId("pl-" + number);
    }

    private void askAll() {
        for (int number = 0; number < HistoryDesk.MOST_REQUESTS; number++) {
            desk.ask(PARTITION, device(number), SINCE);
        }
    }

    private void failFrom(int first, RuntimeException cause) {
        questions.subList(first, questions.size()).forEach(question -> question.completeExceptionally(cause));
    }

    @Test
    void theFailedOnesHoldTheOthersBackByNoTick() {
        askAll();
        questions.subList(0, 6).forEach(question -> question.complete(new Archived(List.of(), List.of(), List.of())));
        failFrom(6, new IllegalStateException("too many"));

        List<DeviceId> answered = new ArrayList<>();
        for (int tick = 0; tick < 6; tick++) {
            desk.answer().ifPresent(answer -> answered.add(answer.device()));
        }
        assertThat(answered)
                .containsExactlyInAnyOrder(device(0), device(1), device(2), device(3), device(4), device(5));
        assertThat(desk.answer()).isEmpty();
        assertThat(desk.tooLarge()).isEmpty();
    }

    @Test
    void aTickAfterTheyFailedAllMayAskAgain() {
        askAll();
        failFrom(0, new IllegalStateException("away"));
        assertThat(desk.answer()).isEmpty();

        askAll();
        assertThat(questions).hasSize(2 * HistoryDesk.MOST_REQUESTS);
    }

    @Test
    void whoseHistoryIsTooLargeIsToldOnce() {
        askAll();
        int many = HistoryDesk.MOST_REQUESTS - 2;
        failFrom(many, new TooLarge("a flood"));

        assertThat(desk.answer()).isEmpty();
        assertThat(desk.tooLarge()).containsExactlyInAnyOrder(device(many), device(many + 1));
        assertThat(desk.tooLarge()).isEmpty();
    }
}
