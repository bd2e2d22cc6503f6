package plumbline.streams.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Mount;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.Sitter;

/** What an episode says of itself. */
class EpisodeFiguresTest {
    private final Told told = new Told();
    private final Sitter sitter = new Sitter(told::take);

    private Episode closed() {
        return told.last(PostureIssue.FORWARD_NECK);
    }

    @Test
    void meanAndMaximumAreOverTheBadTime() {
        sitter.neck(24, 30).neck(36, 60).good(31);

        assertThat(closed().meanDegrees()).isEqualTo(32.0);
        assertThat(closed().maxDegrees()).isEqualTo(36.0);
    }

    @Test
    void anglesAreWeightedByTheTimeTheyStood() {
        sitter.neck(24, 50).neck(44, 1).silent(9).neck(24, 30).good(31);

        assertThat(closed().meanDegrees()).as("80 s at 24, 10 s at 44").isEqualTo(26.2);
    }

    @Test
    void aToleratedGoodAngleIsNotInTheMean() {
        sitter.neck(24, 60).good(20).neck(24, 20).good(31);

        assertThat(closed().meanDegrees()).isEqualTo(24.0);
        assertThat(closed().interruptions()).isEqualTo(1);
    }

    @Test
    void theInterruptionThatEndsItIsNoneOfIt() {
        sitter.bad(100).good(31);

        assertThat(closed().interruptions()).isZero();
    }

    @Test
    void percentileIsRightToWithinADegree() {
        sitter.neck(25, 95).neck(45, 5).good(31);
        assertThat(closed().p95Degrees()).isCloseTo(25, within(1.0));

        sitter.neck(25, 94).neck(45, 6).good(31);
        assertThat(closed().p95Degrees()).isCloseTo(45, within(1.0));
    }

    @Test
    void percentileIsNeverAboveTheMaximum() {
        sitter.neck(24.1, 100).good(31);

        assertThat(closed().p95Degrees()).isEqualTo(24.1);
    }

    @Test
    void percentileOfRandomAnglesIsTheSortedOnesToWithinADegree() {
        long seed = 20260304;
        Random random = new Random(seed);
        double[] degrees = random.doubles(1_000, 20, 70).map(Math::rint).toArray();
        sitter.necks(degrees).good(31);

        Arrays.sort(degrees);
        assertThat(closed().p95Degrees()).as("seed %d", seed).isCloseTo(degrees[949], within(1.0));
    }

    @Test
    void severeTimeIsCountedFromForty() {
        sitter.neck(39.9, 60).neck(40, 45).good(31);

        assertThat(closed().severeSeconds()).isEqualTo(45);
    }

    @Test
    void coverageIsOneWithoutHoles() {
        sitter.bad(60).good(20).bad(40).good(31);

        assertThat(closed().coverage()).isEqualTo(1.0);
    }

    @Test
    void aHoleTakesFromTheCoverage() {
        sitter.bad(60).silent(110).bad(30).good(31);

        assertThat(closed().badSeconds()).as("59 + 10 + 30").isEqualTo(99);
        assertThat(closed().coverage()).as("99 of 200 s").isEqualTo(0.495);
    }

    @Test
    void sittingHasNoAngles() {
        sitter.sits(61);

        Episode sitting = told.last(PostureIssue.PROLONGED_SITTING);
        assertThat(sitting.meanDegrees()).isNull();
        assertThat(sitting.p95Degrees()).isNull();
        assertThat(sitting.maxDegrees()).isNull();
        assertThat(sitting.severeSeconds()).isZero();
    }

    @Test
    void missingDataNeverAddsMinutes() {
        sitter.bad(30);
        for (int i = 0; i < 20; i++) {
            sitter.silent(60).bad(1);
        }
        sitter.good(31);

        assertThat(closed().badSeconds()).as("29 s, 20 holds of 10 s, 1 s").isEqualTo(230);
    }

    @Test
    void anAngleIsSevereByTheMountWithWhichItWasTaken() {
        sitter.neck(35, 70).shoulders(0, 5).mount(Mount.GLASSES).good(1);

        assertThat(closed().severeSeconds()).as("at C7 from 40 degrees on").isZero();
    }
}
