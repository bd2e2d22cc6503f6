package plumbline.streams.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.device.Upload;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.Sitter;
import plumbline.streams.device.RandomDay;

/** Whatever a wearer does, wherever they fly and whenever the service restarts: the days hold all of it, once. */
class DaySumsTest {
    /** All with a midnight in or near the hours of a random day. */
    private static final List<String> ZONES = List.of(
            "Pacific/Auckland", "Australia/Sydney", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Honolulu", "UTC");

    private static final FinishedKind[] KINDS = FinishedKind.values();

    private static Summed run(Summed summed, long seed, boolean flies) {
        Random random = new Random(seed);
        for (Upload upload : RandomDay.uploads(seed)) {
            fallSilent(upload, summed);
            summed.take(upload);
            Instant now = Instant.ofEpochMilli(summed.tracker.newestMillis());
            switch (random.nextInt(60)) {
                case 0 -> summed.goesTo(flies ? ZONES.get(random.nextInt(ZONES.size())) : "Asia/Tokyo");
                case 1 -> summed.finishes(KINDS[random.nextInt(KINDS.length)], now, random.nextInt(30));
                case 2 -> summed.timePasses(now.plusSeconds(random.nextInt(3_000)));
                default -> {}
            }
        }
        Instant end = Instant.ofEpochMilli(summed.tracker.newestMillis());
        new Sitter(summed::take).restarts().at(end.plus(Duration.ofDays(3))).takesItOff();
        return summed;
    }

    /** A device of which nothing came for over five minutes, and comes back. */
    private static void fallSilent(Upload next, Summed summed) {
        long silent = next.times().timeMillis(0) - summed.tracker.newestMillis();
        if (silent > 300_000) {
            summed.fallsSilent(silent);
        }
    }

    @RepeatedTest(300)
    void theDaysHoldAllBadTimeThatWasCredited(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Summed summed = run(Summed.in(ZONES.get((int) seed % ZONES.size())), seed, true);

        for (PostureIssue issue : PostureIssue.values()) {
            assertThat(summed.bad(issue))
                    .as("seed %d, %s", seed, issue)
                    .isEqualTo(summed.credited.get(issue) / 1_000.0);
        }
    }

    @RepeatedTest(100)
    void noDateIsGoneBackToAndNoFigureIsLargerThanItsDay(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Summed summed = run(Summed.in(ZONES.get((int) seed % ZONES.size())), seed, true);

        assertThat(summed.published)
                .as("seed %d", seed)
                .isSortedAccordingTo((one, other) -> one.date().compareTo(other.date()));
        for (String date : summed.dates()) {
            DaySummary day = summed.day(date);
            double length = Duration.between(day.start(), day.end()).toMillis() / 1_000.0;
            assertThat(day.measured().wornSeconds()).as("seed %d", seed).isLessThanOrEqualTo(length);
            assertThat(day.measured().coverage()).isBetween(0.0, 1.0);
            assertThat(day.measured().walkingSeconds())
                    .isLessThanOrEqualTo(day.measured().wornSeconds());
            day.measured().issues().values().forEach(issue -> {
                assertThat(issue.badSeconds())
                        .as("seed %d", seed)
                        .isBetween(issue.longestSeconds(), day.measured().wornSeconds());
                assertThat(issue.worstHourSeconds()).isLessThanOrEqualTo(issue.badSeconds() + 10);
            });
        }
        for (int i = 1; i < summed.published.size(); i++) {
            DaySummary one = summed.published.get(i - 1);
            DaySummary next = summed.published.get(i);
            boolean sameDate = one.date().equals(next.date());
            assertThat(next.revision()).as("seed %d", seed).isEqualTo(sameDate ? one.revision() + 1 : 1);
            assertThat(next.start()).isAfterOrEqualTo(sameDate ? one.start() : one.end());
        }
    }

    @RepeatedTest(100)
    void storedBetweenAnyTwoInputsTheDaysAreTheSame(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        String zone = ZONES.get((int) seed % ZONES.size());
        Summed kept = run(Summed.in(zone), seed, true);
        Summed stored = run(Summed.storedEachTime(zone), seed, true);

        assertThat(stored.published)
                .as("seed %d", seed)
                .isEqualTo(kept.published)
                .isNotEmpty();
        assertThat(stored.state()).as("seed %d", seed).isEqualTo(kept.state());
    }
}
