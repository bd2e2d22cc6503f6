package plumbline.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A day whose published sums are not those of the truth is told; the last reading of a life stands for its hold of 10 s. */
class DayCheckTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);
    private static final LocalDate THURSDAY = WEDNESDAY.plusDays(1);
    private static final String UTC = "UTC";

    /** Here midnight comes 300 s after the beginning. */
    private static final String NEAR_MIDNIGHT = "+13:55";

    private final Life life = new Life().upright(60.5).bends(480).upright(59.5);

    private static List<String> faults(Life lived, String zone) {
        return DayCheck.of("alma", lived.log(), ZoneId.of(zone)).faults();
    }

    private static void isTold(Life lived, String zone, String... beginnings) {
        List<String> faults = faults(lived, zone);
        assertThat(faults).hasSameSizeAs(beginnings);
        for (int i = 0; i < beginnings.length; i++) {
            assertThat(faults.get(i)).startsWith(beginnings[i]);
        }
    }

    @Test
    void whatIsSummedAsItWasIsNoFault() {
        assertThat(faults(life.sent(0, 600).summed(WEDNESDAY, 609, 0, 480), UTC))
                .isEmpty();
    }

    @Test
    void walkingIsSummed() {
        Life walk = new Life().upright(60).walks(30).upright(10).sent(0, 100);

        isTold(walk.summed(WEDNESDAY, 109, 0, 0), UTC, "day's sum off by -30.0 s: alma walking 2026-03-04");
    }

    @Test
    void lyingDownTheDeviceIsWorn() {
        assertThat(faults(new Life().upright(60).liesDown(40).sent(0, 100).summed(WEDNESDAY, 109, 0, 0), UTC))
                .isEmpty();
    }

    @Test
    void takenOffItIsNot() {
        assertThat(faults(new Life().upright(60).takesOff(40).sent(0, 100).summed(WEDNESDAY, 60, 0, 0), UTC))
                .isEmpty();
    }

    @Test
    void badTimeTooShortForAnEpisodeCounts() {
        Life twice = new Life().bends(20).upright(40).bends(10).upright(30).sent(0, 100);

        isTold(twice.summed(WEDNESDAY, 109, 0, 0), UTC, "day's sum off by -30.0 s: alma forward_neck 2026-03-04");
    }

    @Test
    void aStretchThatIsDroppedIsAFault() {
        Life twice = new Life().bends(100).upright(40).bends(20).upright(40).sent(0, 200);

        isTold(twice.summed(WEDNESDAY, 209, 0, 100), UTC, "day's sum off by -20.0 s: alma forward_neck 2026-03-04");
    }

    @Test
    void withinWhatReadingsMissTheSumIsStillTheirs() {
        isTold(
                life.sent(0, 600).summed(WEDNESDAY, 609, 0, 479.5),
                UTC,
                "figures differ: alma forward_neck 2026-03-04 479.5 s, readings show 480.0 s");
    }

    @Test
    void halfASecondOnTheWrongSideOfMidnightIsAFaultOfBothDays() {
        life.sent(0, 600).summed(WEDNESDAY, 300, 0, 238.5).summed(THURSDAY, 309, 0, 241.5);

        isTold(
                life,
                NEAR_MIDNIGHT,
                "figures differ: alma forward_neck 2026-03-04 238.5 s, readings show 239.0 s",
                "figures differ: alma forward_neck 2026-03-05 241.5 s, readings show 241.0 s");
    }

    @Test
    void midnightIsTheWearersOwn() {
        assertThat(faults(
                        life.sent(0, 600).summed(WEDNESDAY, 300, 0, 239).summed(THURSDAY, 309, 0, 241), NEAR_MIDNIGHT))
                .isEmpty();
    }

    @Test
    void aDayThatNobodyPublishedIsMissing() {
        isTold(
                life.sent(0, 600).summed(WEDNESDAY, 300, 0, 239),
                NEAR_MIDNIGHT,
                "day's sum off by -300.0 s: alma worn 2026-03-05",
                "day's sum off by -240.5 s: alma forward_neck 2026-03-05");
    }

    @Test
    void aDayOfItsOwnIsInvented() {
        isTold(
                life.sent(0, 600).summed(WEDNESDAY, 609, 0, 480).summed(THURSDAY, 0, 0, 1),
                UTC,
                "day's sum off by 1.0 s: alma forward_neck 2026-03-05");
    }

    @Test
    void aDayOfWhichNobodyToldTheEndIsAFault() {
        isTold(
                life.sent(0, 600).summedSoFar(WEDNESDAY, 609, 0, 480),
                UTC,
                "figures differ: alma 2026-03-04 is never said to be over");
    }

    @Test
    void nobodyCanSumUpWhatWasNeverSent() {
        assertThat(faults(life.sent(0, 100).sent(500, 600).summed(WEDNESDAY, 218, 0, 89), UTC))
                .isEmpty();
    }
}
