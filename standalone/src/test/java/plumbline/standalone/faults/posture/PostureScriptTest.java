package plumbline.standalone.faults.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;

class PostureScriptTest {
    private static final DeviceId DEVICE = new DeviceId("d-1");
    private static final Instant BEGIN = Instant.parse("2026-03-04T10:00:00Z");
    private static final int SCRIPTS = 200;
    private static final int READINGS = 300;

    private static PostureScript script(long seed) {
        return new PostureScript(DEVICE, seed, BEGIN.toEpochMilli());
    }

    private static List<Upload> readings(PostureScript script) {
        List<Upload> readings = new ArrayList<>();
        for (int i = 0; i < READINGS; i++) {
            readings.add(script.next());
        }
        script.end();
        while (!script.isOver()) {
            readings.add(script.next());
        }
        return readings;
    }

    @Test
    void takesAReadingEachSecondUnderNumbersWithoutAHole() {
        List<Upload> readings = readings(script(1));

        for (int i = 0; i < readings.size(); i++) {
            assertThat(readings.get(i).seq()).isEqualTo(i);
            assertThat(readings.get(i).times().startMillis()).isEqualTo(BEGIN.toEpochMilli() + i * 1_000L);
        }
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(readings(script(7))).isEqualTo(readings(script(7))).isNotEqualTo(readings(script(8)));
    }

    @Test
    void endsWithinTheShortestSpellAndARest() {
        for (long seed = 0; seed < SCRIPTS; seed++) {
            assertThat(readings(script(seed)))
                    .as("seed %d", seed)
                    .hasSizeLessThanOrEqualTo(READINGS + PostureScript.SHORTEST_BAD + PostureScript.REST);
        }
    }

    @Test
    void theRulesFindTheEpisodesThatItKnowsAndNoOthers() {
        for (long seed = 0; seed < SCRIPTS; seed++) {
            PostureScript script = script(seed);
            Told told = new Told();
            Expectation expectation = new Expectation(Map.of(), told);
            readings(script)
                    .forEach(reading -> expectation.take(
                            new Delivery(DEVICE, reading, reading.times().startMillis())));

            Comparison comparison = Comparison.of(READINGS, told, told, script.episodes(), BEGIN, Disturbance.NONE);

            assertThat(comparison.strangeEpisodes()).as("seed %d", seed).isEmpty();
            assertThat(comparison.expected()).as("reminders of seed %d", seed).isPositive();
        }
    }

    @Test
    void fromTheMidstOfABadSpellItKnowsTheEpisodesOfThatSpellAlone() {
        for (long seed = 0; seed < SCRIPTS; seed++) {
            PostureScript script = script(seed);
            List<Upload> before = new ArrayList<>();
            script.playIntoTheMidst(60, before::add);

            assertThat(before).hasSizeGreaterThanOrEqualTo(60);
            assertThat(script.episodes())
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(Long.parseLong(id.substring(id.lastIndexOf('/') + 1)))
                            .isLessThan(script.nextMillis() - 4_000)
                            .isGreaterThanOrEqualTo(script.nextMillis() - PostureScript.LONGEST_BAD * 1_000L));
        }
    }
}
