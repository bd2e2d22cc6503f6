package plumbline.streams.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DaySummary.Finished;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.week.GroupSummary.OfIssue;

/** A group's week tells of nobody. */
class GroupSummaryTest {
    private static final IsoWeek WEEK = IsoWeek.parse("2026-W48");

    private static WeekSummary member(int number, double hours, double neckMinutes, boolean weekBefore) {
        String device = "secret-" + number;
        return WeekSummary.of(
                new DeviceId(device),
                WEEK,
                List.of(Days.day(device, "2026-11-23", hours, neckMinutes)),
                weekBefore ? List.of(Days.day(device, "2026-11-16", 10, 50)) : List.of());
    }

    private static List<WeekSummary> members(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> member(number, 2 * number, 12 * number * number, true))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void atTheMinimumAGroupIsToldOfAndOneBelowItIsNot() {
        assertThat(GroupSummary.of(WEEK, members(5), 5)).isPresent();
        assertThat(GroupSummary.of(WEEK, members(4), 5)).isEmpty();
    }

    @Test
    void whoDidNotWearTheDeviceDoesNotCount() {
        List<WeekSummary> members = members(4);
        members.add(member(5, 0, 0, true));

        assertThat(GroupSummary.of(WEEK, members, 5)).isEmpty();
    }

    @Test
    void noMinimumIsBelowThree() {
        assertThat(GroupSummary.of(WEEK, members(2), 1)).isEmpty();
        assertThat(GroupSummary.of(WEEK, members(3), 1)).isPresent();
    }

    @Test
    void sumsAndMediansAreThoseOfItsWearers() {
        GroupSummary group = GroupSummary.of(WEEK, members(5), 5).orElseThrow();

        assertThat(group.wearers()).isEqualTo(5);
        assertThat(group.wornSeconds()).isEqualTo(30 * 3_600);
        assertThat(group.medianWornSeconds()).isEqualTo(6 * 3_600);
        assertThat(group.issues())
                .containsOnlyKeys(PostureIssue.FORWARD_NECK)
                .containsEntry(PostureIssue.FORWARD_NECK, new OfIssue(18.0, 5.0, 13.0, 3.0, 2_160.0, 3_600.0));
        assertThat(group.told().finished()).containsEntry(FinishedKind.STRETCH, new Finished(5, 10));
    }

    @Test
    void betweenTwoInTheMiddleLiesTheMedian() {
        GroupSummary group = GroupSummary.of(WEEK, members(6), 5).orElseThrow();

        assertThat(group.medianWornSeconds()).isEqualTo(7 * 3_600);
    }

    @Test
    void aFigureThatTooFewHaveIsLeftOut() {
        List<WeekSummary> members = members(4);
        members.add(member(5, 8, 60, false));
        members.add(member(6, 8, 0, false));
        OfIssue neck = GroupSummary.of(WEEK, members, 5).orElseThrow().issues().get(PostureIssue.FORWARD_NECK);
        assertThat(neck.minutesPerWornHour()).isNotNull();
        assertThat(neck.weekBefore()).isNull();
        assertThat(neck.change()).isNull();

        members.remove(4);
        assertThat(GroupSummary.of(WEEK, members, 5).orElseThrow().issues()).isEmpty();
    }

    private static WeekSummary told(int number, DaySummary.Told told) {
        WeekSummary member = member(number, 8, 0, false);
        return new WeekSummary(
                member.device(),
                member.week(),
                member.from(),
                member.to(),
                member.days(),
                member.wornSeconds(),
                member.walkingSeconds(),
                member.coverage(),
                member.issues(),
                told);
    }

    /** The week of a group of seven, of whom the first so many were told something, and the others nothing. */
    private static DaySummary.Told groupTold(int count, int minimum, DaySummary.Told told) {
        DaySummary.Told nothing = new DaySummary.Told(Map.of(), Map.of(), Map.of());
        List<WeekSummary> members = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> told(number, number <= count ? told : nothing))
                .toList();
        return GroupSummary.of(WEEK, members, minimum).orElseThrow().told();
    }

    @Test
    void ofWhatWasToldAFigureThatTooFewHaveIsLeftOut() {
        DaySummary.Told told = new DaySummary.Told(
                Map.of(Outcome.RAISED, 2, Outcome.HELD_BACK, 3),
                Map.of("cooldown_any", 3),
                Map.of(FinishedKind.NMES, new Finished(1, 20)));

        assertThat(groupTold(5, 5, told))
                .isEqualTo(new DaySummary.Told(
                        Map.of(Outcome.RAISED, 10, Outcome.HELD_BACK, 15),
                        Map.of("cooldown_any", 15),
                        Map.of(FinishedKind.NMES, new Finished(5, 100))));
        assertThat(groupTold(4, 5, told)).isEqualTo(new DaySummary.Told(Map.of(), Map.of(), Map.of()));
        assertThat(groupTold(3, 1, told).finished()).containsKey(FinishedKind.NMES);
        assertThat(groupTold(2, 1, told).finished()).isEmpty();
    }

    @Test
    void eachOutcomeRuleAndKindIsAFigureOfItsOwn() {
        List<WeekSummary> members = members(5);
        members.add(told(
                6,
                new DaySummary.Told(
                        Map.of(Outcome.RAISED, 1, Outcome.IGNORED, 1),
                        Map.of("snoozed", 1),
                        Map.of(FinishedKind.SWIM, new Finished(1, 30)))));

        DaySummary.Told told = GroupSummary.of(WEEK, members, 5).orElseThrow().told();

        assertThat(told.reminders()).isEqualTo(Map.of(Outcome.RAISED, 11, Outcome.HELD_BACK, 5));
        assertThat(told.heldBack()).containsOnlyKeys("cooldown_any");
        assertThat(told.finished()).containsOnlyKeys(FinishedKind.STRETCH, FinishedKind.NMES);
    }

    @Test
    void theMinutesThatTooFewHaveToldAreLeftOutThoughManyHaveTheKind() {
        List<WeekSummary> members = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> told(number, finished(number <= 4 ? 20 : 0)))
                .collect(Collectors.toCollection(ArrayList::new));

        assertThat(swims(members)).isEqualTo(new Finished(5, 0));

        members.add(told(6, finished(30)));
        assertThat(swims(members)).isEqualTo(new Finished(6, 110));
    }

    private static DaySummary.Told finished(int minutes) {
        return new DaySummary.Told(Map.of(), Map.of(), Map.of(FinishedKind.SWIM, new Finished(1, minutes)));
    }

    private static Finished swims(List<WeekSummary> members) {
        return Objects.requireNonNull(GroupSummary.of(WEEK, members, 5)
                .orElseThrow()
                .told()
                .finished()
                .get(FinishedKind.SWIM));
    }

    @Test
    void noIdIsInIt() {
        Report<GroupSummary> report =
                Report.of(GroupSummary.of(WEEK, members(5), 5).orElseThrow());

        assertThat(Stream.concat(ReportText.ofGroup(report).stream(), Stream.of(new String(EventJson.encode(report)))))
                .noneMatch(line -> line.contains("secret"));
    }
}
