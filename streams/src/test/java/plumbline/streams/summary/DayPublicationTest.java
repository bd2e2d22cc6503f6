package plumbline.streams.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DaySummary.Finished;
import plumbline.streams.Sitter;

/** When a day is published, and that nothing told of it is lost or counted twice. */
class DayPublicationTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-05T00:00:00Z");
    private static final Duration SILENT = Duration.ofMillis(DayLedger.SILENT_MILLIS + 1);

    private final Summed summed = Summed.storedEachTime("UTC");
    private final Sitter sitter = new Sitter(summed::take).perUpload(1);

    private DaySummary newest() {
        return summed.published.get(summed.published.size() - 1);
    }

    private static Instant after(long seconds) {
        return Sitter.BEGIN.plusSeconds(seconds);
    }

    @Test
    void whileItGoesOnADayIsPublishedEveryHalfHour() {
        sitter.good(1_800);
        assertThat(summed.published).isEmpty();

        sitter.good(1);
        assertThat(summed.published).hasSize(1);
        sitter.good(1_799);
        assertThat(summed.published).hasSize(1);
        sitter.good(1);
        assertThat(summed.published).extracting(DaySummary::revision).containsExactly(1, 2);
        assertThat(summed.published).noneMatch(DaySummary::complete);
    }

    @Test
    void theFirstReadingOfTheNextDayCompletesIt() {
        sitter.at(MIDNIGHT.minusSeconds(60)).good(60);
        assertThat(summed.published).isEmpty();

        sitter.good(1);
        assertThat(summed.published).hasSize(1);
        assertThat(newest().complete()).isTrue();
        assertThat(newest().measured().wornSeconds()).isEqualTo(60);
    }

    @Test
    void theSameReadingsInOtherUploadsArePublishedAlike() {
        Summed whole = Summed.in("UTC");
        new Sitter(whole::take)
                .perUpload(1_000)
                .at(MIDNIGHT.minusSeconds(7_777))
                .bad(10_000);
        sitter.at(MIDNIGHT.minusSeconds(7_777)).bad(10_000);

        assertThat(whole.published).isEqualTo(summed.published).hasSize(6);
    }

    @Test
    void aSilentDevicesChangesArePublishedOnceDue() {
        sitter.good(100);
        assertThat(summed.wakesAt()).isEqualTo(after(1_800));

        summed.timePasses(after(1_800));
        assertThat(newest().complete()).isFalse();
        assertThat(newest().measured().wornSeconds()).isEqualTo(99);
        assertThat(summed.wakesAt()).isEqualTo(MIDNIGHT);
    }

    @Test
    void aDeviceThatIsSilentAfterItsMidnightHasItsDayCompletedByTheClock() {
        sitter.at(MIDNIGHT.minusSeconds(60)).bad(57);
        assertThat(summed.wakesAt()).isEqualTo(MIDNIGHT.minusSeconds(4).plus(SILENT));

        summed.timePasses(summed.wakesAt());
        assertThat(newest().complete()).isTrue();
        assertThat(Summed.bad(newest())).isEqualTo(60);
        assertThat(newest().measured().wornSeconds()).isEqualTo(60);
        assertThat(summed.sleeps()).isTrue();
    }

    @Test
    void whatComesAfterThatOfTheSameDayAddsARevision() {
        sitter.at(MIDNIGHT.minusSeconds(3_600)).bad(60);
        summed.timePasses(MIDNIGHT.plus(SILENT));
        sitter.silent(1_000).bad(100).silent(4_000).good(1);

        assertThat(summed.dates()).containsExactly("2026-03-04");
        assertThat(summed.published).extracting(DaySummary::revision).containsExactly(1, 2);
        assertThat(Summed.bad(summed.day("2026-03-04"))).isEqualTo(69 + 109);
    }

    @Test
    void aDayThatWasCompletedByTheClockIsNotPublishedAgainByTheNextReading() {
        sitter.at(MIDNIGHT.minusSeconds(3_600)).bad(60);
        summed.timePasses(MIDNIGHT.plus(SILENT));
        sitter.at(MIDNIGHT.plusSeconds(9 * 3_600)).good(1);

        assertThat(summed.published).hasSize(1);
    }

    @Test
    void aDayWithoutAReadingIsNotPublished() {
        sitter.good(1).silent(3 * 86_400).good(1).silent(86_400).good(1);

        assertThat(summed.dates()).containsExactly("2026-03-04", "2026-03-07");
    }

    @Test
    void aReportThatIsSentAgainCountsOnce() {
        sitter.good(60);
        summed.finishes(FinishedKind.STRETCH, after(60), 2);
        summed.finishes(FinishedKind.STRETCH, after(60), 2);
        summed.finishes(FinishedKind.WALK, after(60), 10);
        summed.finishes(FinishedKind.STRETCH, after(70), 3);
        sitter.at(MIDNIGHT).good(1);
        summed.finishes(FinishedKind.STRETCH, after(60), 2);

        assertThat(summed.day("2026-03-04").told().finished())
                .containsOnlyKeys(FinishedKind.STRETCH, FinishedKind.WALK)
                .containsEntry(FinishedKind.STRETCH, new Finished(2, 5))
                .containsEntry(FinishedKind.WALK, new Finished(1, 10));
        sitter.at(MIDNIGHT.plusSeconds(86_400)).good(1);
        assertThat(summed.day("2026-03-05").told().finished()).isEmpty();
    }

    @Test
    void aReportFromBeforeTheLatestFourCountsAsSeen() {
        sitter.good(1);
        for (int i = 1; i <= FinishedSeen.MOST; i++) {
            summed.finishes(FinishedKind.STRETCH, after(60 * i), 1);
        }
        summed.finishes(FinishedKind.SWIM, after(59), 30);
        summed.finishes(FinishedKind.SWIM, after(61), 30);
        sitter.at(MIDNIGHT).good(1);

        assertThat(summed.day("2026-03-04").told().finished())
                .containsEntry(FinishedKind.STRETCH, new Finished(4, 4))
                .containsEntry(FinishedKind.SWIM, new Finished(1, 30));
    }

    @Test
    void reportsOfAClockThatRanAheadKeepNoOtherFromCounting() {
        sitter.good(1);
        for (int i = 1; i <= FinishedSeen.MOST; i++) {
            summed.finishes(FinishedKind.SWIM, MIDNIGHT.plusSeconds(86_400 * 1_000 + i), 30, after(60));
        }
        summed.finishes(FinishedKind.STRETCH, after(70), 1);
        summed.finishes(FinishedKind.STRETCH, after(80), 1);
        summed.finishes(FinishedKind.STRETCH, after(70), 1);
        sitter.at(MIDNIGHT).good(1);

        assertThat(summed.day("2026-03-04").told().finished())
                .containsEntry(FinishedKind.SWIM, new Finished(4, 120))
                .containsEntry(FinishedKind.STRETCH, new Finished(2, 2));
    }

    @Test
    void aReportOfTheNextDayWaitsForItAndDoesNotEndTheOpenOne() {
        sitter.at(MIDNIGHT.minusSeconds(60)).bad(10);
        summed.finishes(FinishedKind.SWIM, MIDNIGHT.plusSeconds(5), 45);
        sitter.bad(100).at(MIDNIGHT.plusSeconds(86_400)).good(1);

        assertThat(Summed.bad(summed.day("2026-03-04"))).isEqualTo(60);
        assertThat(summed.day("2026-03-04").told().finished()).isEmpty();
        assertThat(Summed.bad(summed.day("2026-03-05"))).isEqualTo(50 + 9);
        assertThat(summed.day("2026-03-05").told().finished()).containsKey(FinishedKind.SWIM);
    }

    @Test
    void aDayOfWhichOnlyWasToldIsPublishedToo() {
        sitter.good(60);
        Instant swim = MIDNIGHT.plusSeconds(36_000);
        summed.finishes(FinishedKind.SWIM, swim, 45);
        summed.timePasses(swim.plusSeconds(1_800));
        assertThat(summed.dates()).containsExactly("2026-03-04", "2026-03-05");
        assertThat(summed.day("2026-03-04").complete()).isTrue();

        summed.timePasses(MIDNIGHT.plusSeconds(86_400));
        assertThat(newest().date()).isEqualTo("2026-03-05");
        assertThat(newest().complete()).isTrue();
        assertThat(newest().measured().first()).isNull();
        assertThat(summed.sleeps()).isTrue();
    }

    @Test
    void twoLaterDaysOfReportsAreBothPublished() {
        sitter.good(60);
        summed.finishes(FinishedKind.WALK, MIDNIGHT.plusSeconds(3_600), 10);
        summed.finishes(FinishedKind.WALK, MIDNIGHT.plusSeconds(90_000), 20);
        sitter.at(MIDNIGHT.plusSeconds(100_000))
                .good(1)
                .at(MIDNIGHT.plusSeconds(200_000))
                .good(1);

        assertThat(summed.dates()).containsExactly("2026-03-04", "2026-03-05", "2026-03-06");
        assertThat(summed.day("2026-03-05").told().finished()).containsEntry(FinishedKind.WALK, new Finished(1, 10));
        assertThat(summed.day("2026-03-06").told().finished()).containsEntry(FinishedKind.WALK, new Finished(1, 20));
    }

    @Test
    void readingsOfADayThatReportsHaveEndedAddNothingToTheNext() {
        sitter.good(60);
        summed.finishes(FinishedKind.WALK, MIDNIGHT.plusSeconds(3_600), 10);
        summed.finishes(FinishedKind.WALK, MIDNIGHT.plusSeconds(90_000), 20);
        int published = summed.published.size();
        sitter.bad(600);
        assertThat(summed.published).hasSize(published);

        sitter.at(MIDNIGHT.plusSeconds(40_000)).good(60).at(MIDNIGHT.plusSeconds(100_000));
        sitter.good(1);
        assertThat(summed.day("2026-03-05").measured().first()).isEqualTo(MIDNIGHT.plusSeconds(40_000));
        assertThat(summed.day("2026-03-05").measured().coverage()).isEqualTo(1);
        assertThat(summed.day("2026-03-05").measured().issues()).isEmpty();
    }

    @Test
    void reportsOfADeviceThatNeverMeasuredAreSummedUp() {
        summed.finishes(FinishedKind.NMES, after(0), 20);
        summed.finishes(FinishedKind.NMES, MIDNIGHT.plusSeconds(1), 20);
        summed.timePasses(MIDNIGHT.plusSeconds(86_400));

        assertThat(summed.dates()).containsExactly("2026-03-04", "2026-03-05");
        assertThat(summed.published).allMatch(DaySummary::complete);
    }

    @Test
    void aReportAloneIsPublishedOnceDue() {
        sitter.at(MIDNIGHT.minusSeconds(7_200)).good(1);
        summed.finishes(FinishedKind.STRETCH, MIDNIGHT.minusSeconds(7_100), 1);
        assertThat(summed.published).isEmpty();

        summed.finishes(FinishedKind.STRETCH, MIDNIGHT.minusSeconds(7_200 - 1_800), 1);
        assertThat(newest().told().finished()).containsEntry(FinishedKind.STRETCH, new Finished(2, 2));
    }
}
