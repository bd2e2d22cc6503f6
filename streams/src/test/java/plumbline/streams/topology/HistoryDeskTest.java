package plumbline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.streams.Sitter;
import plumbline.streams.topology.HistoryArchive.Archived;

/** Histories that are asked for while others are, while more arrives, and in vain. */
class HistoryDeskTest {
    private static final int PARTITION = 3;
    private static final long SINCE = 1_000_000;
    private static final DeviceId DEVICE = device(0);
    private static final Archived NOTHING = new Archived(List.of(), List.of(), List.of());

    private final List<CompletableFuture<Archived>> readings = new ArrayList<>();
    private final HistoryDesk desk = new HistoryDesk((partition, device, sinceMillis) -> {
        readings.add(new CompletableFuture<>());
        return readings.get(readings.size() - 1);
    });

    private static DeviceId device(int number) {
        return new DeviceId("pl-" + number);
    }

    private void ask(int device) {
        desk.ask(PARTITION, device(device), SINCE);
    }

    private void meanwhile(int uploads) {
        List<Upload> sent = new ArrayList<>();
        new Sitter(sent::add).bad(10);
        for (int i = 0; i < uploads; i++) {
            desk.arrived(DEVICE, sent.get(0), SINCE + i);
        }
    }

    @Test
    void twoHundredAreReadAtATimeAndFurtherDevicesAskAgain() {
        for (int i = 0; i <= HistoryDesk.MOST_REQUESTS; i++) {
            ask(i);
        }
        assertThat(readings).hasSize(HistoryDesk.MOST_REQUESTS);

        readings.get(7).complete(NOTHING);
        assertThat(desk.answer()).map(HistoryDesk.Answer::device).contains(device(7));
        ask(HistoryDesk.MOST_REQUESTS);
        assertThat(readings).hasSize(HistoryDesk.MOST_REQUESTS + 1);
    }

    @Test
    void whoIsServedMayAskForMoreThoughAllPlacesAreTaken() {
        for (int i = 0; i < HistoryDesk.MOST_REQUESTS; i++) {
            ask(i);
        }
        ask(0);
        assertThat(readings).as("as much as is read already").hasSize(HistoryDesk.MOST_REQUESTS);

        desk.ask(PARTITION, DEVICE, SINCE - 1);
        assertThat(readings).hasSize(HistoryDesk.MOST_REQUESTS + 1);
        readings.get(HistoryDesk.MOST_REQUESTS).complete(NOTHING);
        assertThat(desk.answer())
                .hasValueSatisfying(
                        answer -> assertThat(answer.history().sinceMillis()).isEqualTo(SINCE - 1));
    }

    @Test
    void twentyThousandUploadsMayArriveWhileAHistoryIsRead() {
        ask(0);
        meanwhile(HistoryDesk.MOST_MEANWHILE);
        readings.get(0).complete(NOTHING);

        assertThat(desk.answer())
                .hasValueSatisfying(
                        answer -> assertThat(answer.history().uploads()).hasSize(HistoryDesk.MOST_MEANWHILE));
    }

    @Test
    void withOneMoreTheDeviceAsksAgain() {
        ask(0);
        meanwhile(HistoryDesk.MOST_MEANWHILE + 1);
        readings.get(0).complete(NOTHING);
        assertThat(desk.answer()).isEmpty();

        ask(0);
        readings.get(1).complete(NOTHING);
        assertThat(desk.answer())
                .hasValueSatisfying(
                        answer -> assertThat(answer.history().uploads()).isEmpty());
    }

    @Test
    void whatCanNotBeReadIsNoEmptyHistoryAndTheDeviceMayAskAgain() {
        ask(0);
        meanwhile(1);
        readings.get(0).completeExceptionally(new IllegalStateException("no broker"));
        assertThat(desk.answer()).isEmpty();

        ask(0);
        assertThat(readings).hasSize(2);
        assertThat(desk.answer()).as("while it is read").isEqualTo(Optional.empty());
        readings.get(1).complete(NOTHING);
        assertThat(desk.answer())
                .hasValueSatisfying(
                        answer -> assertThat(answer.history().uploads()).isEmpty());
    }
}
