package plumbline.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.event.PostureIssue;

/** What is true of a day, what readings show of it, and how much less and more than the truth that may be. */
class TrueDaysTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);
    private static final LocalDate THURSDAY = WEDNESDAY.plusDays(1);

    private final Life life = new Life();

    private static Map<LocalDate, TrueDay> bent(Life lived, String zone) {
        return TrueDays.of(SeenTruth.of(PostureIssue.FORWARD_NECK, lived.log()), new LocalDays(ZoneId.of(zone)));
    }

    private static Map<LocalDate, TrueDay> bent(Life lived) {
        return bent(lived, "UTC");
    }

    @Test
    void eachChangeIsOffByLessThanTheTimeBetweenTwoReadings() {
        life.upright(10.4).bends(100.2).upright(50).bends(20).upright(50).sent(0, 230);

        assertThat(bent(life)).containsExactly(Map.entry(WEDNESDAY, new TrueDay(120_200, 120_000, 2_000, 2_000)));
    }

    @Test
    void whereAnAngleIsMissingThatIsTwo() {
        life.upright(10)
                .bends(100)
                .upright(50)
                .sent(0, 10)
                .sentWithoutAngle(10, 11)
                .sent(11, 160);

        assertThat(bent(life)).containsExactly(Map.entry(WEDNESDAY, new TrueDay(100_000, 99_000, 2_000, 0)));
    }

    @Test
    void aHoleIsNoPartOfTheTruth() {
        life.bends(100).sent(0, 20).sent(60, 100);

        assertThat(bent(life)).containsExactly(Map.entry(WEDNESDAY, new TrueDay(69_000, 78_000, 0, 10_000)));
    }

    @Test
    void aChangeOfSomethingElseLeavesNoMoreUnsure() {
        life.upright(10.4).bends(50.3).bends(50.3).upright(50).sent(0, 160);

        assertThat(bent(life)).containsExactly(Map.entry(WEDNESDAY, new TrueDay(100_600, 100_000, 1_000, 0)));
    }

    @Test
    void midnightSplitsIt() {
        life.bends(60).upright(10).sent(0, 70);

        assertThat(bent(life, "+13:59:30"))
                .containsExactly(
                        Map.entry(WEDNESDAY, new TrueDay(30_000, 30_000, 0, 0)),
                        Map.entry(THURSDAY, new TrueDay(30_000, 30_000, 0, 0)));
    }

    @Test
    void aChangeThatIsSeenAfterMidnightIsUnsureInBothDays() {
        life.upright(29.7).bends(30).upright(10).sent(0, 69);

        assertThat(bent(life, "+13:59:30"))
                .containsExactly(
                        Map.entry(WEDNESDAY, new TrueDay(300, 0, 1_000, 0)),
                        Map.entry(THURSDAY, new TrueDay(29_700, 30_000, 1_000, 1_000)));
    }

    @Test
    void activitiesAreSummedWhateverElseChanges() {
        life.upright(10.5).walks(20).bends(20).takesOff(10).sent(0, 60);
        LocalDays days = new LocalDays(ZoneId.of("UTC"));

        assertThat(TrueDays.of(SeenTruth.ofActivity(activity -> activity == Activity.WALKING, life.log()), days))
                .containsExactly(Map.entry(WEDNESDAY, new TrueDay(20_000, 20_000, 1_000, 1_000)));
        assertThat(TrueDays.of(SeenTruth.ofActivity(activity -> activity != Activity.OFF_BODY, life.log()), days))
                .containsExactly(Map.entry(WEDNESDAY, new TrueDay(50_500, 51_000, 0, 1_000)));
    }
}
