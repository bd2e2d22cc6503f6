package plumbline.standalone.faults.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.DeviceId;

/** What each disturbance makes of the uploads of one wearer. */
class DisturbancesTest {
    private static final Instant BEGIN = Instant.parse("2026-03-04T10:00:00Z");
    private static final int READINGS = 1_000;

    private static List<Delivery> clean(int number) {
        DeviceId device = new DeviceId("d-" + number);
        PostureScript script = new PostureScript(device, number, BEGIN.toEpochMilli());
        List<Delivery> clean = new ArrayList<>();
        for (int i = 0; i < READINGS; i++) {
            clean.add(new Delivery(device, script.next(), script.nextMillis()));
        }
        return clean;
    }

    private static List<Delivery> arriving(Disturbance disturbance, List<Delivery> clean) {
        return clean.stream()
                .flatMap(delivery -> disturbance.of(delivery).stream())
                .toList();
    }

    @Test
    void shuffledBringsAllAndThreeInTenTwiceAndNoneLaterThanTheBound() {
        List<Delivery> clean = clean(0);
        Shuffled shuffled = new Shuffled(1);

        List<Delivery> arriving = arriving(shuffled, clean);

        assertThat(arriving).hasSizeBetween(READINGS * 12 / 10, READINGS * 14 / 10);
        assertThat(arriving.stream().map(Delivery::upload).distinct()).hasSize(READINGS);
        assertThat(arriving)
                .allSatisfy(delivery -> assertThat(delivery.arrivalMillis()
                                - delivery.upload().times().startMillis())
                        .isBetween(0L, Duration.ofSeconds(30).toMillis()));
    }

    @Test
    void shuffledLeavesTheFirstUploadWhereItIs() {
        Delivery first = clean(0).get(0);

        for (long seed = 0; seed < 100; seed++) {
            assertThat(new Shuffled(seed).of(first)).contains(first);
        }
    }

    @Test
    void lateUploadsComeBesideThoseOfNowFromAnEarlierBoot() {
        LateUploads late = new LateUploads();
        List<Delivery> clean = clean(1);

        List<Delivery> arriving = arriving(late, clean);

        assertThat(arriving).hasSize(2 * READINGS).containsAll(clean);
        arriving.stream().filter(delivery -> !clean.contains(delivery)).forEach(delivery -> {
            assertThat(delivery.upload().boot()).isLessThan(PostureScript.BOOT);
            assertThat(delivery.upload().sentAtMillis()).isZero();
            assertThat(delivery.arrivalMillis() - delivery.upload().times().startMillis())
                    .isBetween(
                            Duration.ofDays(1).minusMinutes(1).toMillis(),
                            Duration.ofDays(1).minusSeconds(30).toMillis());
        });
        assertThat(late.ancient()).isZero();
    }

    @Test
    void theNextThreeSayWhenTheySendThem() {
        List<Delivery> clean = clean(4);

        assertThat(arriving(new LateUploads(), clean))
                .filteredOn(delivery -> !clean.contains(delivery))
                .allSatisfy(delivery -> assertThat(delivery.upload().sentAtMillis())
                        .isEqualTo(delivery.upload().times().startMillis()));
    }

    @Test
    void aMonthLateIsCounted() {
        LateUploads late = new LateUploads();
        arriving(late, clean(2));

        assertThat(late.ancient()).isEqualTo(READINGS);
    }

    @Test
    void oneInSoManyClocksIsWrongAndAllOthersAreLeft() {
        WrongClocks clocks = new WrongClocks(10);

        assertThat(clocks.spares(new DeviceId("d-20"))).isFalse();
        assertThat(clocks.spares(new DeviceId("d-21"))).isTrue();
        assertThat(arriving(clocks, clean(21))).isEqualTo(clean(21));
    }

    @Test
    void eachWrongClockIsWrongInItsOwnWay() {
        WrongClocks clocks = new WrongClocks(10);
        List<Duration> off = new ArrayList<>();
        for (int number = 0; number < 60; number += 10) {
            List<Delivery> clean = clean(number);
            Delivery tenth = clocks.of(clean.get(10)).get(0);
            off.add(Duration.ofMillis(tenth.upload().times().startMillis()
                    - clean.get(10).upload().times().startMillis()));
            assertThat(tenth.arrivalMillis()).isEqualTo(clean.get(10).arrivalMillis());
            assertThat(tenth.upload().sentAtMillis()).isZero();
        }
        assertThat(off)
                .containsExactly(
                        Duration.ofHours(2),
                        Duration.ofDays(1),
                        Duration.ofDays(3_652),
                        Duration.ofDays(-1),
                        Duration.ZERO,
                        Duration.ofSeconds(-10));
    }

    @Test
    void aSteppedClockIsBehindThenRightThenAhead() {
        WrongClocks clocks = new WrongClocks(10);
        List<Delivery> clean = clean(40);

        assertThat(List.of(0, 10, 20, 30))
                .extracting(i -> clocks.of(clean.get(i)).get(0).upload().times().startMillis()
                        - clean.get(i).upload().times().startMillis())
                .containsExactly(-3_600_000L, 0L, 3_600_000L, -3_600_000L);
    }

    @Test
    void fromTheSeventhOnAWrongClockSaysWhenItSends() {
        WrongClocks clocks = new WrongClocks(10);
        Delivery wrong = clocks.of(clean(60).get(5)).get(0);

        assertThat(wrong.upload().sentAtMillis())
                .isEqualTo(wrong.upload().times().startMillis())
                .isEqualTo(clean(60).get(5).upload().times().startMillis()
                        + Duration.ofHours(2).toMillis());
    }
}
