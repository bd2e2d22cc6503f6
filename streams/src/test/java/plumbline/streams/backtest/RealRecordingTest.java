package plumbline.streams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.event.DeviceStatus;
import plumbline.contract.event.Profile;
import plumbline.contract.recording.Recording;
import plumbline.streams.GoldenFile;
import plumbline.streams.settings.RuleSettings;

/** The figures of docs/detection.md, from the recording in the repository. */
class RealRecordingTest {
    private static final Path RECORDING = Path.of("../docs/recordings/classyglass/readings.csv");
    private static final Set<String> BENT = Set.of("reading", "writing");

    /** Sessions last a minute, so that with the defaults nothing grows long. */
    private static final Map<String, String> SOON = Map.of(
            "forward-neck.long",
            "60s",
            "cooldown.same",
            "0s",
            "cooldown.any",
            "0s",
            "quiet.from",
            "00:00",
            "quiet.to",
            "00:00");

    private static Recording recording;

    @BeforeAll
    static void read() throws Exception {
        recording = Recording.read(RECORDING);
    }

    private static String table(Map<String, String> settings) {
        NeckScore score = new NeckScore();
        List<Arrival> arrivals = Arrival.of(recording, Mount.GLASSES, 1);
        new Backtest(RuleSettings.DEFAULTS.with(settings), Profile.DEFAULT).run(arrivals, score::hear);
        return String.join("\n", ScoreTable.lines(score, recording, BENT)) + "\n";
    }

    @Test
    void onlyWearersWhoWalkedWithoutEverBeingUprightAreSuspect() {
        Map<DeviceId, Instant> suspect = new TreeMap<>();
        new Backtest(RuleSettings.DEFAULTS, Profile.DEFAULT).run(Arrival.of(recording, Mount.GLASSES, 1), event -> {
            if (event.value() instanceof DeviceStatus status && status.calibrationSuspect()) {
                suspect.putIfAbsent(status.device(), status.at());
            }
        });

        assertThat(suspect).containsOnlyKeys(new DeviceId("1A_u01"), new DeviceId("1A_u07"));
        assertThat(suspect.entrySet())
                .allSatisfy(first ->
                        assertThat(label(first.getKey(), first.getValue())).isEqualTo("running"));
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
        GoldenFile.assertMatches("classyglass-score.txt", table(Map.of()));
    }

    @Test
    void withRemindersAfterAMinute() {
        GoldenFile.assertMatches("classyglass-score-soon.txt", table(SOON));
    }
}
