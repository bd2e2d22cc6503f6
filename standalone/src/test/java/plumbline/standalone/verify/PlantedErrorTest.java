package plumbline.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DaySummary.Measured;
import plumbline.contract.event.DaySummary.OfIssue;
import plumbline.contract.event.PostureIssue;
import plumbline.simulator.wearer.Chance;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.settings.RuleSettings;

/** The days of a real run, with an error put into them. */
class PlantedErrorTest {
    private static final int DAYS = 2;

    /** In New Zealand, where midnight comes two hours after the beginning, and finds a reading that stands over it. */
    private static final int INDEX = 3;

    private final long seed = new Random().nextLong();
    private final VerifyPlan plan = new VerifyPlan(INDEX + 1, DAYS, seed);
    private final WearerLog log =
            WearerRun.of(plan, INDEX, Chance.ofSeed(seed), new DeviceMachine(RuleSettings.DEFAULTS));

    private List<String> faults(List<DaySummary> days) {
        WearerLog planted = new WearerLog(log.stretches(), log.spells(), log.sent(), log.found(), days, log.lost());
        return DayCheck.of("alma", planted, plan.zone(INDEX)).faults();
    }

    private List<DaySummary> planted(int day, double wornSeconds, double bentSeconds) {
        List<DaySummary> days = new ArrayList<>(log.days());
        days.set(day, changed(days.get(day), wornSeconds, bentSeconds));
        return days;
    }

    private static DaySummary changed(DaySummary day, double wornSeconds, double bentSeconds) {
        Measured was = day.measured();
        Map<PostureIssue, OfIssue> issues = new EnumMap<>(was.issues());
        issues.computeIfPresent(
                PostureIssue.FORWARD_NECK,
                (issue, bent) -> new OfIssue(
                        bent.badSeconds() + bentSeconds, bent.bouts(), bent.longestSeconds(), bent.worstHourSeconds()));
        return new DaySummary(
                day.device(),
                day.date(),
                day.zone(),
                day.start(),
                day.end(),
                day.complete(),
                new Measured(
                        was.first(),
                        was.last(),
                        was.wornSeconds() + wornSeconds,
                        was.walkingSeconds(),
                        was.coverage(),
                        issues),
                day.told(),
                day.revision());
    }

    @Test
    void withoutOneTheDaysAreThoseOfTheTruth() {
        assertThat(faults(log.days())).as("seed %d", seed).isEmpty();
        assertThat(log.days()).as("seed %d", seed).hasSizeGreaterThan(DAYS);
    }

    @Test
    void oneReadingDroppedIsTold() {
        int day = bentDay();

        assertThat(faults(planted(day, 0, -1)))
                .as("seed %d", seed)
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("forward_neck " + date(day)));
    }

    @Test
    void theLastReadingBeforeMidnightCountedBehindItIsToldOfBothDays() {
        List<DaySummary> days = planted(0, -0.6, 0);
        days.set(1, changed(days.get(1), 0.6, 0));

        assertThat(faults(days))
                .as("seed %d", seed)
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("worn " + date(0)),
                        fault -> assertThat(fault).contains("worn " + date(1)));
    }

    @Test
    void aDayThatIsNotPublishedIsTold() {
        List<DaySummary> days = new ArrayList<>(log.days());
        DaySummary gone = days.remove(1);

        assertThat(faults(days))
                .as("seed %d", seed)
                .hasSizeGreaterThan(1)
                .allSatisfy(fault -> assertThat(fault).contains(gone.date().toString()));
    }

    /** There are days without, since a wearer may sit upright. */
    private int bentDay() {
        return IntStream.range(0, log.days().size())
                .filter(day -> log.days().get(day).measured().issues().containsKey(PostureIssue.FORWARD_NECK))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no forward neck; seed " + seed));
    }

    private String date(int day) {
        return log.days().get(day).date().toString();
    }
}
