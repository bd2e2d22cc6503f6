package plumbline.streams.backtest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.device.Mount;
import plumbline.contract.event.Profile;
import plumbline.contract.recording.Recording;
import plumbline.streams.settings.RuleSettings;

/** The recording in the repository, and the score of its uploads. */
final class GlassesRecording {
    private static final Path FILE = Path.of("../docs/recordings/classyglass/readings.csv");
    private static final Set<String> BENT = Set.of("reading", "writing");

    /** Sessions last a minute, so that with the defaults nothing grows long. */
    static final Map<String, String> SOON = Map.of(
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

    private GlassesRecording() {}

    static Recording read() throws Exception {
        return Recording.read(FILE);
    }

    /** Each reading in an upload of its own, as it was taken. */
    static List<Arrival> arrivals(Recording recording) {
        return Arrival.of(recording, Mount.GLASSES, 1);
    }

    static String score(Recording recording, List<Arrival> arrivals, Map<String, String> settings) {
        NeckScore score = new NeckScore();
        new Backtest(RuleSettings.DEFAULTS.with(settings), Profile.DEFAULT).run(arrivals, score::hear);
        return String.join("\n", ScoreTable.lines(score, recording, BENT)) + "\n";
    }
}
