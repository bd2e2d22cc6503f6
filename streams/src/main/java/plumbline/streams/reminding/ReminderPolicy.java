package plumbline.streams.reminding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.Withdrawal;
import plumbline.streams.detection.DetectionRules;
import plumbline.streams.detection.EpisodeRules;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.detection.PostureEpisode;

/**
 * Decides, after each upload, whether a reminder goes out now. Nothing is queued: a reminder that is held back is looked
 * at again with every upload while its episode is open, always from how things stand then.
 */
public final class ReminderPolicy {
    /** Movement comes first. */
    private static final List<PostureIssue> ORDER =
            List.of(PostureIssue.PROLONGED_SITTING, PostureIssue.FORWARD_NECK, PostureIssue.ROUNDED_SHOULDERS);

    private static final String FIRST = "first";
    private static final String REPEAT = "repeat";
    private static final String MERGED = "merged";

    private ReminderPolicy() {}

    /** Hears of what was decided. */
    public interface Listener {
        void raised(Reminder reminder);

        void withdrawn(Withdrawal withdrawal);

        void decided(Decision decision);
    }

    public static void decide(
            Moment moment,
            EpisodeTracker tracker,
            ReminderLedger ledger,
            DetectionRules detection,
            ReminderRules rules,
            Listener listener) {
        ledger.turnTo(moment.nowMillis(), rules.zone());
        List<Due> open = open(tracker, ledger, detection);
        List<Due> passed = new ArrayList<>();
        boolean isDue = false;
        for (Due due : open) {
            boolean now = due.isDue(0, rules.steps());
            if (!now && !due.isDue(rules.mergeWithin(), rules.steps())) {
                continue;
            }
            Optional<Hold> hold = HoldRule.first(due, moment, ledger, rules);
            if (hold.isEmpty()) {
                passed.add(due);
                isDue |= now;
            } else if (now) {
                holdBack(due, hold.get(), moment, rules, listener);
            }
        }
        if (isDue) {
            ReminderDraft draft = new ReminderDraft(passed, tracker.areAnglesLong(), moment, ledger, rules);
            raise(draft, listener);
        }
    }

    private static List<Due> open(EpisodeTracker tracker, ReminderLedger ledger, DetectionRules detection) {
        List<Due> open = new ArrayList<>();
        for (PostureIssue issue : ORDER) {
            PostureEpisode episode = tracker.episode(issue);
            if (episode.isBadNow()) {
                EpisodeRules episodeRules = detection.of(issue);
                IssueLedger issueLedger = ledger.issue(issue).of(episode, episodeRules.longAfter());
                boolean suspect = issue == PostureIssue.FORWARD_NECK && tracker.isCalibrationSuspect();
                open.add(new Due(issue, episode, issueLedger, episodeRules, suspect));
            }
        }
        return open;
    }

    private static void holdBack(Due due, Hold hold, Moment moment, ReminderRules rules, Listener listener) {
        if (due.ledger().isNewHold(hold.rule())) {
            listener.decided(new Decision(
                    moment.device(),
                    due.issue(),
                    due.episodeId(moment),
                    due.reminderId(moment),
                    moment.now(),
                    Outcome.HELD_BACK,
                    hold.rule().word(),
                    hold.until(),
                    ReminderWords.heldBack(hold, moment.now(), rules.zone())));
        }
    }

    private static void raise(ReminderDraft draft, Listener listener) {
        Moment moment = draft.moment();
        ReminderLedger ledger = draft.ledger();
        Due main = draft.merged().get(0);
        new OutcomeJudge(moment.device(), ledger, draft.rules(), listener).supersede(main.issue(), moment.nowMillis());
        Reminder reminder = draft.toReminder();
        listener.raised(reminder);
        for (Due due : draft.merged()) {
            listener.decided(raisedDecision(due, moment, reminder));
        }
        main.ledger().opens(main.episode().startMillis(), moment.nowMillis());
        for (Due due : draft.merged()) {
            due.ledger().raised(moment.nowMillis(), due.episode().exposureMillis(), due.longAfter());
        }
        ledger.raised(
                moment.nowMillis(),
                reminder.exercise() == null ? "" : reminder.exercise().id());
    }

    private static Decision raisedDecision(Due due, Moment moment, Reminder reminder) {
        String rule = due.issue() != reminder.issue() ? MERGED : due.ledger().nextStep() == 1 ? FIRST : REPEAT;
        return new Decision(
                moment.device(),
                due.issue(),
                due.episodeId(moment),
                reminder.id(),
                moment.now(),
                Outcome.RAISED,
                rule,
                null,
                reminder.text());
    }
}
