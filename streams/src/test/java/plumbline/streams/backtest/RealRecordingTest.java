package plumbline.streams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DeviceStatus;
import plumbline.contract.event.Profile;
import plumbline.contract.recording.Recording;
import plumbline.streams.GoldenFile;
import plumbline.streams.settings.RuleSettings;

/** The figures of docs/detection.md, from the recording in the repository. */
class RealRecordingTest {
    private static Recording recording;

    @BeforeAll
    static void read() throws Exception {
        recording = GlassesRecording.read();
    }

    private static String score(Map<String, String> settings) {
        return GlassesRecording.score(recording, GlassesRecording.arrivals(recording), settings);
    }

    @Test
    void onlyWearersWhoWalkedWithoutEverBeingUprightAreSuspect() {
        Map<DeviceId, Instant> suspect = new TreeMap<>();
        new Backtest(RuleSettings.DEFAULTS, Profile.DEFAULT).run(GlassesRecording.arrivals(recording), event -> {
            if (event.value() instanceof DeviceStatus status && status.calibrationSuspect()) {
                suspect.putIfAbsent(status.device(), status.at());
            }
        });

        DeviceId bent = new DeviceId("1A_u01");
        DeviceId turned = new DeviceId("1A_u07");
        assertThat(suspect).containsOnlyKeys(bent, turned);
        assertThat(label(bent, suspect.get(bent))).isEqualTo("running");
        assertThat(label(turned, suspect.get(turned))).isEqualTo("moving_chair");
    }

    private static String label(DeviceId device, Instant at) {
        return recording.devices().get(device).stream()
                .filter(reading -> reading.timeMillis() == at.toEpochMilli())
                .findFirst()
                .orElseThrow()
                .label();
    }

    @Test
    void withTheDefaults() {
        GoldenFile.assertMatches("classyglass-score.txt", score(Map.of()));
    }

    @Test
    void withRemindersAfterAMinute() {
        GoldenFile.assertMatches("classyglass-score-soon.txt", score(GlassesRecording.SOON));
    }
}
