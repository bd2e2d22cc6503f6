package plumbline.streams.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.SittingSource;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.device.Upload;
import plumbline.streams.state.StateReader;

/** Which clocks are believed, which are corrected, and which can't be. */
class DeviceClockTest {
    private static final long ARRIVAL = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();
    private static final long AHEAD = Duration.ofMinutes(2).toMillis();
    private static final long BEHIND = Duration.ofDays(7).toMillis();

    private final DeviceClock clock = new DeviceClock();

    /** Ten readings, one a second, the last one at {@code newest}. */
    private static Upload upload(long newest, long sentAt) {
        return upload(newest - 9_000, 10, sentAt, List.of());
    }

    /** The same, sent at once, of some boot. */
    private static Upload ofBoot(long boot, long newest) {
        return upload(newest, newest).numbered(boot, 0);
    }

    private static Upload upload(long start, int count, long sentAt, List<SittingSpan> spans) {
        AngleColumn neck = AngleColumn.ofDecidegrees(new int[count]);
        SamplingTimes times = SamplingTimes.every(start, 1_000);
        return new Upload(
                1,
                0,
                times,
                neck,
                AngleColumn.EMPTY,
                List.of(),
                sentAt,
                Mount.C7,
                Calibration.NONE,
                spans,
                -1,
                "",
                false,
                -1);
    }

    private OptionalLong correction(Upload upload, long arrivalMillis) {
        return clock.correction(upload, arrivalMillis, Place.FIRST);
    }

    private static OptionalLong by(long millis) {
        return OptionalLong.of(millis);
    }

    @Test
    void exactlyTwoMinutesAheadIsBelieved() {
        assertThat(correction(upload(ARRIVAL + AHEAD, 0), ARRIVAL)).isEqualTo(by(0));
    }

    @Test
    void moreThanTwoMinutesAheadIsNot() {
        assertThat(correction(upload(ARRIVAL + AHEAD + 1, 0), ARRIVAL)).isEmpty();
    }

    @Test
    void moreThanTwoMinutesAheadIsCorrectedBySentAt() {
        long newest = ARRIVAL + AHEAD + 1;

        assertThat(correction(upload(newest, newest + 1_000), ARRIVAL)).isEqualTo(by(-AHEAD - 1_001));
    }

    @Test
    void exactlySevenDaysBehindIsBelieved() {
        assertThat(correction(upload(ARRIVAL - BEHIND + 9_000, 0), ARRIVAL)).isEqualTo(by(0));
    }

    @Test
    void moreThanSevenDaysBehindIsNot() {
        assertThat(correction(upload(ARRIVAL - BEHIND + 8_999, 0), ARRIVAL)).isEmpty();
    }

    @Test
    void moreThanSevenDaysBehindIsCorrectedBySentAt() {
        long newest = ARRIVAL - 2 * BEHIND;

        assertThat(correction(upload(newest, newest), ARRIVAL)).isEqualTo(by(2 * BEHIND));
    }

    @Test
    void nineteenSeventyIsCorrectedBySentAt() {
        assertThat(correction(upload(60_000, 61_000), ARRIVAL)).isEqualTo(by(ARRIVAL - 61_000));
        assertThat(correction(upload(60_000, 0), ARRIVAL)).isEmpty();
    }

    @Test
    void twentyOneHundredIsCorrectedBySentAt() {
        long newest = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

        assertThat(correction(upload(newest, newest), ARRIVAL)).isEqualTo(by(ARRIVAL - newest));
        assertThat(correction(upload(newest, 0), ARRIVAL)).isEmpty();
    }

    @Test
    void aClockThatIsWrongWithItselfCanNotBeCorrected() {
        assertThat(correction(upload(60_000, ARRIVAL), ARRIVAL))
                .as("sent now, taken in 1970")
                .isEmpty();
    }

    @Test
    void readingsOlderThanSevenDaysAreNotSavedByTheirSentAt() {
        assertThat(correction(upload(ARRIVAL - BEHIND - 1, ARRIVAL), ARRIVAL)).isEmpty();
    }

    @Test
    void aDelayOnTheWayOfThirtySecondsDoesNotMoveTheReadings() {
        correction(upload(60_000, 60_000), ARRIVAL);

        assertThat(correction(upload(70_000, 70_000), ARRIVAL + 40_000)).isEqualTo(by(ARRIVAL - 60_000));
    }

    @Test
    void aLongerDelayDoes() {
        correction(upload(60_000, 60_000), ARRIVAL);

        assertThat(correction(upload(70_000, 70_000), ARRIVAL + 40_001)).isEqualTo(by(ARRIVAL - 29_999));
    }

    @Test
    void onceTheClockIsRightNothingIsAdded() {
        correction(upload(60_000, 60_000), ARRIVAL);

        assertThat(correction(upload(ARRIVAL, ARRIVAL), ARRIVAL)).isEqualTo(by(0));
    }

    @Test
    void whatWasOvertakenGoesByTheClockThatIsKnown() {
        correction(upload(60_000, 60_000), ARRIVAL);
        long anHourLater = ARRIVAL + 3_600_000;
        Upload delayed = upload(120_000, 120_000);

        assertThat(clock.correction(delayed, anHourLater, Place.OVERTAKEN)).isEqualTo(by(ARRIVAL - 60_000));
        assertThat(clock.offsetMillis(1)).isEqualTo(ARRIVAL - 60_000);
    }

    @Test
    void whatWasOvertakenAndIsOverSevenDaysOldIsNotMovedToNow() {
        correction(upload(ARRIVAL, ARRIVAL), ARRIVAL);
        long newest = ARRIVAL - BEHIND - 1;

        assertThat(clock.correction(upload(newest, newest), ARRIVAL, Place.OVERTAKEN))
                .isEmpty();
    }

    @Test
    void whatAClockThatWasRightSentUpToThirtyOneDaysAgoWasOnlyDelayed() {
        correction(upload(ARRIVAL, ARRIVAL), ARRIVAL);
        long oldest = ARRIVAL - Duration.ofDays(31).toMillis();

        assertThat(clock.correction(upload(oldest + 9_000, oldest + 9_000), ARRIVAL, Place.NEXT))
                .isEqualTo(by(0));
        assertThat(clock.correction(upload(oldest + 8_999, oldest + 8_999), ARRIVAL, Place.NEXT))
                .as("a clock that lost the date")
                .isEqualTo(by(ARRIVAL - oldest - 8_999));
    }

    @Test
    void sentExactlyTwoMinutesAfterItArrivedIsBelieved() {
        assertThat(correction(upload(ARRIVAL - 60_000, ARRIVAL + AHEAD), ARRIVAL))
                .isEqualTo(by(0));
    }

    @Test
    void sentMoreThanTwoMinutesAfterItArrivedProvesThatTheClockIsAhead() {
        assertThat(correction(upload(ARRIVAL - 60_000, ARRIVAL + AHEAD + 1), ARRIVAL))
                .as("however old its readings are")
                .isEqualTo(by(-AHEAD - 1));
    }

    @Test
    void aClockThatIsAheadIsCorrectedThroughoutItsBacklog() {
        long ahead = 7_200_000;
        for (int minute = -180; minute <= 0; minute++) {
            long newest = ARRIVAL + minute * 60_000;
            Place place = minute == -180 ? Place.FIRST : Place.NEXT;

            assertThat(clock.correction(upload(newest + ahead, ARRIVAL + ahead), ARRIVAL, place))
                    .isEqualTo(by(-ahead));
        }
    }

    @Test
    void nearTheBoundTheKnownOffsetStaysWhateverTheDelay() {
        long ahead = 130_000;
        long[] delays = {2_000, 12_000, 2_000, 32_000, 1, 12_000};
        for (long delay : delays) {
            long sentAt = ARRIVAL + ahead - delay;

            assertThat(correction(upload(sentAt, sentAt), ARRIVAL)).isEqualTo(by(2_000 - ahead));
        }
    }

    @Test
    void moreThanThirtySecondsFromTheKnownOffsetAClockNearTheBoundIsBelieved() {
        long newest = ARRIVAL + 128_000;
        correction(upload(newest, newest), ARRIVAL);
        long later = ARRIVAL + 30_000;
        assertThat(correction(upload(newest, newest), later)).isEqualTo(by(-128_000));

        assertThat(correction(upload(newest, newest), later + 1)).isEqualTo(by(0));
    }

    @Test
    void aClockThatIsRightAgainIsNotMovedByJitter() {
        correction(upload(60_000, 60_000), ARRIVAL);
        long newest = ARRIVAL - BEHIND + 8_999;

        assertThat(correction(upload(newest, ARRIVAL - 30_000), ARRIVAL))
                .as("a millisecond over seven days old")
                .isEmpty();
        assertThat(correction(upload(newest, ARRIVAL - 30_001), ARRIVAL)).isEqualTo(by(30_001));
    }

    @Test
    void whatCanNotBePlacedSaysNothingOfTheClock() {
        long tooOld = ARRIVAL - 5 * BEHIND;
        clock.correction(upload(ARRIVAL, ARRIVAL), ARRIVAL, Place.FIRST);
        assertThat(clock.correction(upload(tooOld, ARRIVAL - 60_000), ARRIVAL, Place.NEXT))
                .isEmpty();

        assertThat(clock.correction(upload(ARRIVAL, ARRIVAL), ARRIVAL + 60_000, Place.NEXT))
                .as("delayed as the one before")
                .isEqualTo(by(0));
    }

    @Test
    void aClockThatIsAheadIsNotTakenForOneThatIsDelayed() {
        long sentAt = ARRIVAL + 7_200_000;
        long oldest = sentAt - BEHIND;
        clock.correction(upload(ARRIVAL, ARRIVAL), ARRIVAL, Place.FIRST);

        assertThat(clock.correction(upload(oldest + 8_999, sentAt), ARRIVAL, Place.NEXT))
                .as("over seven days behind")
                .isEmpty();
        assertThat(clock.correction(upload(oldest + 9_000, sentAt), ARRIVAL, Place.NEXT))
                .isEqualTo(by(-7_200_000));
    }

    @Test
    void whatWasOvertakenAndWasSentAfterItArrivedCanNotBePlaced() {
        clock.correction(upload(ARRIVAL, ARRIVAL), ARRIVAL, Place.FIRST);

        assertThat(clock.correction(upload(ARRIVAL - 60_000, ARRIVAL + AHEAD), ARRIVAL, Place.OVERTAKEN))
                .isEqualTo(by(0));
        assertThat(clock.correction(upload(ARRIVAL - 60_000, ARRIVAL + AHEAD + 1), ARRIVAL, Place.OVERTAKEN))
                .isEmpty();
    }

    @Test
    void eachBootHasItsOwnOffset() {
        long anHour = 3_600_000;
        clock.correction(ofBoot(1, 60_000), ARRIVAL, Place.FIRST);
        clock.correction(ofBoot(2, 60_000), ARRIVAL + anHour, Place.NEW_BOOT);

        assertThat(clock.offsetMillis(2)).isEqualTo(ARRIVAL + anHour - 60_000);
        assertThat(clock.correction(ofBoot(1, 90_000), ARRIVAL + 2 * anHour, Place.OVERTAKEN))
                .isEqualTo(by(ARRIVAL - 60_000));
        assertThat(clock.correction(ofBoot(1, 90_000), ARRIVAL + 31_000, Place.NEXT))
                .isEqualTo(by(ARRIVAL - 60_000));
    }

    @Test
    void aNewBootBeginsWithWhatTheClockWasLast() {
        clock.correction(ofBoot(1, 60_000), ARRIVAL, Place.FIRST);

        assertThat(clock.correction(ofBoot(2, 70_000), ARRIVAL + 40_000, Place.NEW_BOOT))
                .as("jitter on the way")
                .isEqualTo(by(ARRIVAL - 60_000));
        assertThat(clock.offsetMillis(2)).isEqualTo(ARRIVAL - 60_000);
    }

    @Test
    void whatWasOvertakenIsNotWhatTheClockWasLast() {
        clock.correction(ofBoot(1, 60_000), ARRIVAL, Place.FIRST);
        clock.correction(ofBoot(2, ARRIVAL), ARRIVAL, Place.NEW_BOOT);
        clock.correction(ofBoot(1, 90_000), ARRIVAL + 60_000, Place.OVERTAKEN);
        long eightDaysAgo = ARRIVAL - BEHIND - BEHIND / 7;

        assertThat(clock.correction(ofBoot(3, eightDaysAgo), ARRIVAL + 60_000, Place.NEW_BOOT))
                .as("its clock was right, so it was delayed")
                .isEqualTo(by(0));
    }

    @Test
    void onlyTheBootsThatAreKeptAreKnown() {
        SeenReadings seen = new SeenReadings();
        seen.add(2, 0, 10);
        clock.correction(ofBoot(1, 60_000), ARRIVAL, Place.FIRST);
        clock.correction(ofBoot(2, 60_000), ARRIVAL, Place.NEW_BOOT);
        clock.forgetAllBut(seen);

        assertThat(clock.offsetMillis(1)).isZero();
        assertThat(clock.offsetMillis(2)).isEqualTo(ARRIVAL - 60_000);
    }

    @Test
    void anOlderVersionKnewOneOffsetForAllBoots() {
        SeenReadings seen = new SeenReadings();
        seen.add(1, 0, 10);
        seen.add(2, 0, 10);
        // Version 2, and 1,000 as a number of either sign.
        DeviceClock read = DeviceClock.read(new StateReader(new byte[] {4, (byte) 0xD0, 0x0F}), seen);

        assertThat(read.offsetMillis(1)).isEqualTo(1_000);
        assertThat(read.offsetMillis(2)).isEqualTo(1_000);
    }

    @Test
    void spansAreTimesToo() {
        SittingSpan ahead = new SittingSpan(ARRIVAL, ARRIVAL + AHEAD + 1, SittingSource.CHAIR);
        SittingSpan behind = new SittingSpan(ARRIVAL - BEHIND - 1, ARRIVAL, SittingSource.CHAIR);
        SittingSpan within = new SittingSpan(ARRIVAL - BEHIND, ARRIVAL + AHEAD, SittingSource.CHAIR);

        assertThat(correction(upload(0, 0, 0, List.of(ahead)), ARRIVAL)).isEmpty();
        assertThat(correction(upload(0, 0, 0, List.of(behind)), ARRIVAL)).isEmpty();
        assertThat(correction(upload(0, 0, 0, List.of(within)), ARRIVAL)).isEqualTo(by(0));
    }
}
