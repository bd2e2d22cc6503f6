package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Upload;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.streams.Sitter;

/** An upload that waits for the one before it shows that the device is there, though nothing of it is taken in yet. */
class HeldSilenceTest {
    /** Uploads of ten readings, a second apart: the next one is due nine seconds after the last. */
    private static final long PACE = 9_000;

    private static final long ON_THE_WAY = 30_000;
    private static final long HELD = 30_001;
    private static final long FIVE_MINUTES = 300_000;

    private final Device device = Device.storedEachTime();
    private final List<Upload> uploads = new ArrayList<>();
    private final Sitter sitter = new Sitter(uploads::add);

    /** When the device was heard last before it had to wait. */
    private long heardMillis;

    @BeforeEach
    void slumps() {
        sitter.bad(430);
        uploads.forEach(device::take);
        heardMillis = device.arrivalMillis;
        uploads.clear();
        sitter.good(120);
        assertThat(device.reminders()).hasSize(1);
    }

    private List<Episode> ended() {
        return device.episodes().stream()
                .filter(episode -> episode.state() == EpisodeState.CLOSED)
                .toList();
    }

    private List<Outcome> outcomes() {
        return device.decisions().stream()
                .map(Decision::outcome)
                .filter(OutcomeTest.ENDS::contains)
                .toList();
    }

    @Test
    void noEpisodeEndsBySilenceMeanwhile() {
        long silentAt = heardMillis + PACE + FIVE_MINUTES + ON_THE_WAY + 1;
        assertThat(device.wakesAt()).isEqualTo(silentAt);
        device.arrives(uploads.get(1), silentAt - 1);
        assertThat(device.wakesAt()).isEqualTo(silentAt - 1 + HELD);

        device.timePasses(silentAt + 1_000);
        assertThat(ended()).isEmpty();
        uploads.forEach(upload -> device.arrives(upload, silentAt + 2_000));
        assertThat(ended()).extracting(Episode::closeReason).containsExactly(CloseReason.GOOD_POSTURE);
    }

    @Test
    void noOutcomeIsSettledMeanwhile() {
        device.timePasses(heardMillis + PACE + FIVE_MINUTES + ON_THE_WAY + 1);
        assertThat(ended()).extracting(Episode::closeReason).containsExactly(CloseReason.GAP);
        long settledAt = device.wakesAt();
        device.arrives(uploads.get(1), settledAt - 1);
        assertThat(device.wakesAt()).isEqualTo(settledAt - 1 + HELD);

        device.timePasses(settledAt + 1_000);
        assertThat(outcomes()).isEmpty();
        uploads.forEach(upload -> device.arrives(upload, settledAt + 2_000));
        assertThat(outcomes()).containsExactly(Outcome.CORRECTED);
    }

    @Test
    void withoutItTheyAre() {
        long settledAt = heardMillis + PACE + FIVE_MINUTES + 60_001;
        device.timePasses(settledAt - 1);
        assertThat(outcomes()).isEmpty();
        assertThat(device.wakesAt()).isEqualTo(settledAt);

        device.timePasses(settledAt);
        assertThat(outcomes()).containsExactly(Outcome.UNKNOWN);
    }
}
