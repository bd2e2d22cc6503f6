package plumbline.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Haptic;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.Withdrawal;

/** Reminders to deliver in tests. */
public final class Reminders {
    public static final DeviceId DEVICE = new DeviceId("dev-1");
    public static final Instant RAISED = Instant.parse("2026-01-05T10:00:00Z");
    public static final Duration LIFE = Duration.ofMinutes(10);
    public static final String ID = "dev-1/forward_neck/1767606780000/1";

    private Reminders() {}

    public static Reminder reminder() {
        return reminder(ID, RAISED, RAISED.plus(LIFE));
    }

    public static Withdrawal withdrawal() {
        return new Withdrawal(ID, DEVICE, RAISED.plusSeconds(2), CloseReason.GOOD_POSTURE);
    }

    public static Reminder reminder(String id, Instant raisedAt, Instant expiresAt) {
        return new Reminder(
                id,
                DEVICE,
                PostureIssue.FORWARD_NECK,
                List.of(PostureIssue.FORWARD_NECK),
                1,
                "dev-1/forward_neck/1767606780000",
                raisedAt,
                expiresAt,
                "Time for a change of position",
                "Forward neck for 7 min: neck roll",
                Haptic.SHORT,
                null,
                null);
    }
}
