package plumbline.streams.reminding;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureClass;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.Withdrawal;
import plumbline.streams.detection.Stretch;

/**
 * Follows which breaks are a wearer's own, and what became of each reminder by them. All by the device's own time, so that it
 * is the same however the readings came.
 */
public final class OutcomeJudge {
    /** A device is given so much longer to tell, as what it sends may be under way. */
    static final long PATIENCE_MILLIS = 60_000;

    private final DeviceId device;
    private final ReminderLedger ledger;
    private final ReminderRules rules;
    private final ReminderPolicy.Listener listener;

    public OutcomeJudge(DeviceId device, ReminderLedger ledger, ReminderRules rules, ReminderPolicy.Listener listener) {
        this.device = device;
        this.ledger = ledger;
        this.rules = rules;
        this.listener = listener;
    }

    /** A reading stood for so long. */
    public void stood(Stretch stretch) {
        PostureIssue issue = stretch.issue();
        IssueLedger known = ledger.issue(issue);
        GoodRun run = known.run();
        run.take(stretch);
        OptionalLong corrected = run.reached(rules.movement().corrects(issue), stretch);
        if (corrected.isPresent() && run.isOfEpisode()) {
            known.moved(corrected.getAsLong());
        }
        OpenReminder open = known.open();
        if (open != null) {
            OptionalLong ended = run.reached(rules.movement().ends(issue), stretch);
            follow(issue, open, stretch, corrected, ended);
            dropIfDone(known, open, stretch.toMillis());
        }
    }

    private void follow(
            PostureIssue issue, OpenReminder open, Stretch stretch, OptionalLong corrected, OptionalLong ended) {
        CloseReason how = issue != PostureIssue.PROLONGED_SITTING && stretch.posture() == PostureClass.GOOD
                ? CloseReason.GOOD_POSTURE
                : CloseReason.MOVED;
        long due = due(open);
        open.take(stretch, due);
        if (corrected.isPresent() && corrected.getAsLong() <= due) {
            judge(issue, open, corrected.getAsLong(), Outcome.CORRECTED, how);
        } else if (stretch.toMillis() >= due) {
            timeIsUp(issue, open, due);
        }
        if (ended.isPresent() || corrected.isPresent()) {
            withdraw(issue, open, ended.isPresent() ? ended.getAsLong() : corrected.getAsLong(), how);
        }
    }

    /** What was good before a hole and what is after it are not in a row. */
    public void hole(PostureIssue issue) {
        ledger.issue(issue).run().end();
    }

    /** The device was taken off, or the wearer lay down. */
    public void left(long timeMillis, CloseReason reason) {
        for (PostureIssue issue : PostureIssue.values()) {
            IssueLedger known = ledger.issue(issue);
            known.run().end();
            OpenReminder open = known.open();
            if (open != null) {
                if (timeMillis < due(open)) {
                    judge(issue, open, timeMillis, Outcome.NOT_WORN, reason);
                } else {
                    timeIsUp(issue, open, due(open));
                }
                withdraw(issue, open, timeMillis, reason);
                known.close();
            }
        }
    }

    /** Whatever was measured since, the device's time has come so far. */
    public void passTo(long deviceMillis) {
        for (PostureIssue issue : PostureIssue.values()) {
            IssueLedger known = ledger.issue(issue);
            OpenReminder open = known.open();
            if (open != null && deviceMillis > due(open) + PATIENCE_MILLIS) {
                timeIsUp(issue, open, due(open));
                dropIfDone(known, open, deviceMillis - PATIENCE_MILLIS);
            }
        }
    }

    /** Another reminder of the issue goes out: of the one before no more is to be learnt. */
    void supersede(PostureIssue issue, long nowMillis) {
        OpenReminder open = ledger.issue(issue).open();
        if (open != null) {
            timeIsUp(issue, open, Math.min(nowMillis, due(open)));
        }
    }

    private long due(OpenReminder open) {
        return open.raisedAt() + rules.movement().within();
    }

    private void dropIfDone(IssueLedger known, OpenReminder open, long deviceMillis) {
        if (open.isJudged() && (open.isWithdrawn() || deviceMillis >= open.raisedAt() + rules.expiry())) {
            known.close();
        }
    }

    private void timeIsUp(PostureIssue issue, OpenReminder open, long atMillis) {
        boolean told = open.isTold(atMillis, issue, rules.movement());
        judge(issue, open, atMillis, told ? Outcome.IGNORED : Outcome.UNKNOWN, null);
    }

    private void judge(
            PostureIssue issue, OpenReminder open, long atMillis, Outcome outcome, @Nullable CloseReason how) {
        if (!open.isJudged()) {
            open.judge();
            ledger.cameTo(outcome);
            decide(issue, open, notBeforeRaised(open, atMillis), outcome, how);
        }
    }

    /** A span may have brought the time of a reminder past that of readings which come after it. */
    private static long notBeforeRaised(OpenReminder open, long atMillis) {
        return Math.max(atMillis, open.raisedAt());
    }

    private void withdraw(PostureIssue issue, OpenReminder open, long atMillis, CloseReason reason) {
        if (!open.isWithdrawn() && atMillis < open.raisedAt() + rules.expiry()) {
            open.withdraw();
            long at = notBeforeRaised(open, atMillis);
            listener.withdrawn(new Withdrawal(reminderId(issue, open), device, Instant.ofEpochMilli(at), reason));
            decide(issue, open, at, Outcome.WITHDRAWN, reason);
        }
    }

    private void decide(
            PostureIssue issue, OpenReminder open, long atMillis, Outcome outcome, @Nullable CloseReason how) {
        listener.decided(new Decision(
                device,
                issue,
                Episode.id(device, issue, open.episodeStart()),
                reminderId(issue, open),
                Instant.ofEpochMilli(atMillis),
                outcome,
                how != null ? how.word() : outcome == Outcome.IGNORED ? "no_change" : "not_measured",
                null,
                OutcomeWords.text(outcome, how, Duration.ofMillis(atMillis - open.raisedAt()))));
    }

    private String reminderId(PostureIssue issue, OpenReminder open) {
        return Reminder.id(Episode.id(device, issue, open.episodeStart()), open.step());
    }
}
