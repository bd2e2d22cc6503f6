package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.streams.Sitter;
import plumbline.streams.history.SentUpload;
import plumbline.streams.settings.RuleSettings;

/** The log of uploads may be further on than what was worked off of it. */
class HistoryAheadTest {
    private final List<Upload> uploads = new ArrayList<>();
    private final List<SentUpload> log = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final LoneDevice device =
            new LoneDevice(new DeviceId("pl-1"), new DeviceMachine(RuleSettings.DEFAULTS), since -> log, effects::add);

    private static long onTime(Upload upload) {
        return upload.times().timeMillis(upload.size() - 1) + 500;
    }

    private void arrives(Upload upload, long atMillis) {
        device.advance(new DeviceInput.UploadArrived(upload), atMillis);
    }

    @Test
    void whatTheDeviceHasNotMetYetComesInItsTurn() {
        new Sitter(uploads::add).bad(200).good(60).restarts().bad(600);
        List<Upload> firstBoot = uploads.subList(0, 26);
        List<Upload> nextBoot = uploads.subList(26, uploads.size());
        List<Upload> late = firstBoot.subList(5, 15);
        uploads.stream()
                .filter(upload -> !late.contains(upload))
                .forEach(upload -> log.add(new SentUpload(upload, onTime(upload))));
        long lateAt = onTime(firstBoot.get(25)) + 100;
        late.forEach(upload -> log.add(new SentUpload(upload, lateAt)));

        firstBoot.stream().filter(upload -> !late.contains(upload)).forEach(upload -> arrives(upload, onTime(upload)));
        late.forEach(upload -> arrives(upload, lateAt));
        while (effects.stream().noneMatch(Effect.HistoryWanted.class::isInstance)) {
            device.advance(new DeviceInput.TimePassed(), device.wakesAt());
        }
        nextBoot.forEach(upload -> arrives(upload, onTime(upload) + 60_000));

        assertThat(effects.stream()
                        .filter(Effect.ReadingsCounted.class::isInstance)
                        .mapToInt(effect -> ((Effect.ReadingsCounted) effect).late())
                        .sum())
                .isEqualTo(100);
        assertThat(effects).anyMatch(Effect.ReminderRaised.class::isInstance);
    }
}
