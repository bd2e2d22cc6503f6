package plumbline.streams.week;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.PostureIssue;

/** Days as a wearer may have them. */
public final class Days {
    private Days() {}

    /** A day from nine on, of so many hours worn, with so many minutes of forward neck. */
    public static DaySummary day(String device, String date, double hours, double neckMinutes) {
        LocalDate day = LocalDate.parse(date);
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant nine = midnight.plusSeconds(9 * 3_600);
        Map<PostureIssue, DaySummary.OfIssue> issues = neckMinutes == 0
                ? Map.of()
                : Map.of(
                        PostureIssue.FORWARD_NECK,
                        new DaySummary.OfIssue(
                                60 * neckMinutes, 3, 20 * neckMinutes, Math.min(3_600, 40 * neckMinutes)));
        return new DaySummary(
                new DeviceId(device),
                day,
                "UTC",
                midnight,
                midnight.plusSeconds(86_400),
                true,
                new DaySummary.Measured(
                        hours == 0 ? null : nine,
                        hours == 0 ? null : nine.plusSeconds((long) (hours * 3_600 / 0.8)),
                        hours * 3_600,
                        600,
                        hours == 0 ? 0 : 0.8,
                        issues),
                new DaySummary.Told(
                        Map.of(Outcome.RAISED, 2, Outcome.HELD_BACK, 1),
                        Map.of("cooldown_any", 1),
                        Map.of(
                                FinishedKind.STRETCH, new DaySummary.Finished(1, 2),
                                FinishedKind.NMES, new DaySummary.Finished(1, 20))),
                4);
    }
}
