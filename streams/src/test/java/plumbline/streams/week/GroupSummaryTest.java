package plumbline.streams.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.event.DaySummary.Finished;
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
                .containsEntry(PostureIssue.FORWARD_NECK, new OfIssue(18.0, 5.0, 13.0, 2_160.0, 3_600.0));
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

    @Test
    void noIdIsInIt() {
        Report<GroupSummary> report =
                Report.of(GroupSummary.of(WEEK, members(5), 5).orElseThrow());

        assertThat(Stream.concat(ReportText.ofGroup(report).stream(), Stream.of(new String(EventJson.encode(report)))))
                .noneMatch(line -> line.contains("secret"));
    }
}
