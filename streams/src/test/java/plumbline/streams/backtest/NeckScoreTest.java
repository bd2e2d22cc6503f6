package plumbline.streams.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.event.Profile;
import plumbline.contract.recording.RecordedReading;
import plumbline.contract.recording.Recording;
import plumbline.streams.Sitter;
import plumbline.streams.settings.RuleSettings;

/** What a labelled recording says about the detector. */
class NeckScoreTest {
    private static final DeviceId ALMA = new DeviceId("alma");
    private static final DeviceId BO = new DeviceId("bo");
    private static final Set<String> BENT = Set.of("reading");

    private final List<RecordedReading> rows = new ArrayList<>();
    private final NeckScore score = new NeckScore();
    private DeviceId device = ALMA;
    private long nowMillis = Sitter.BEGIN.toEpochMilli();

    private void holds(String label, double degrees, int seconds) {
        for (int i = 0; i < seconds; i++) {
            rows.add(new RecordedReading(device, nowMillis, degrees, Double.NaN, Activity.SITTING, label));
            nowMillis += 1_000;
        }
    }

    private Recording recording() {
        List<RecordedReading> alma =
                rows.stream().filter(row -> row.device().equals(ALMA)).toList();
        List<RecordedReading> bo =
                rows.stream().filter(row -> row.device().equals(BO)).toList();
        return new Recording(bo.isEmpty() ? Map.of(ALMA, alma) : Map.of(ALMA, alma, BO, bo));
    }

    private Tally alma(String... settings) {
        RuleSettings chosen = RuleSettings.DEFAULTS;
        for (int i = 0; i < settings.length; i += 2) {
            chosen = chosen.with(Map.of(settings[i], settings[i + 1]));
        }
        new Backtest(chosen, Profile.DEFAULT).run(Arrival.of(recording(), Mount.GLASSES, 1), score::hear);
        return score.byWearer(recording(), BENT).get(ALMA);
    }

    @Test
    void eachReadingIsComparedWithItsLabel() {
        holds("reading", 30, 8);
        holds("reading", 10, 2);
        holds("typing", 10, 5);
        holds("typing", 30, 4);

        Tally tally = alma();

        assertThat(tally.readings()).isEqualTo(19);
        assertThat(tally.precision()).isEqualTo(8 / 12.0);
        assertThat(tally.recall()).isEqualTo(8 / 10.0);
    }

    @Test
    void betweenTheThresholdsAReadingIsWhatTheOneBeforeWas() {
        holds("reading", 16, 3);
        holds("reading", 18, 3);
        holds("reading", 16, 3);

        assertThat(alma().recall()).isEqualTo(6 / 9.0);
    }

    @Test
    void aReadingWithoutALabelCountsAsNothing() {
        holds("", 30, 70);
        holds("reading", 30, 5);

        Tally tally = alma("forward-neck.long", "60s");

        assertThat(tally.readings()).isEqualTo(5);
        assertThat(tally.precision()).isEqualTo(1);
        assertThat(tally.reminders()).isZero();
    }

    @Test
    void aReminderIsFalseWhereTheLabelSaysOtherwise() {
        holds("reading", 30, 70);
        holds("typing", 10, 40);
        holds("typing", 30, 70);

        Tally tally =
                alma("forward-neck.long", "60s", "cooldown.same", "0s", "cooldown.any", "0s", "own-movement", "0s");

        assertThat(tally.reminders()).isEqualTo(2);
        assertThat(tally.falseReminders()).isEqualTo(1);
        assertThat(tally.falseRemindersPerHour()).isCloseTo(3_600 / 179.0, within(1e-9));
    }

    @Test
    void aReminderOfSittingSaysNothingOfTheNeck() {
        holds("typing", 10, 1_802);

        assertThat(alma().reminders()).isZero();
        assertThat(score.byLabel(recording(), BENT).get("typing").reminders()).isZero();
    }

    @Test
    void aHoleIsNotMeasured() {
        holds("typing", 10, 11);
        nowMillis += 100_000;
        holds("typing", 10, 11);

        assertThat(alma().measuredMillis()).isEqualTo(20_000);
    }

    @Test
    void nobodyIsJudgedByAnothersReadings() {
        holds("typing", 10, 5);
        device = BO;
        holds("typing", 30, 5);

        assertThat(alma().bad()).isZero();
        assertThat(score.byWearer(recording(), BENT).get(BO).bad()).isEqualTo(5);
        assertThat(score.byLabel(recording(), BENT).get("typing").badShare()).isEqualTo(0.5);
    }

    @Test
    void whereThereIsNothingToDivideByThereIsNoFigure() {
        holds("typing", 10, 5);
        alma();

        assertThat(ScoreTable.lines(score, recording(), BENT))
                .element(1)
                .asString()
                .matches("alma +5 +0 +0 +- +- +0 +0 +0.000");
    }
}
