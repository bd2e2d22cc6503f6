package plumbline.streams.reminding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Profile;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.Withdrawal;
import plumbline.streams.Sitter;
import plumbline.streams.detection.DetectionRules;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.detection.PostureListener;
import plumbline.streams.detection.Stretch;
import plumbline.streams.settings.RuleSettings;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** What one wearer was reminded of, and what was held back. All is kept as bytes between two uploads, as over a restart. */
final class Reminded implements ReminderPolicy.Listener, PostureListener {
    static final DeviceId DEVICE = new DeviceId("pl-1");

    private EpisodeTracker tracker = new EpisodeTracker();
    ReminderLedger ledger = new ReminderLedger();
    final List<Reminder> reminders = new ArrayList<>();
    final List<Withdrawal> withdrawals = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    private final RuleSettings settings;
    private Profile profile = Profile.DEFAULT;
    private long lagMillis;

    Reminded(String... settings) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String setting : settings) {
            chosen.put(setting.split("=")[0], setting.split("=")[1]);
        }
        this.settings = RuleSettings.DEFAULTS.with(chosen);
    }

    Reminded profile(Profile chosen) {
        profile = chosen;
        return this;
    }

    /** Uploads arrive so long after their newest reading. */
    Reminded lag(long millis) {
        lagMillis = millis;
        return this;
    }

    void take(Upload upload) {
        BitSet fresh = new BitSet();
        fresh.set(0, upload.identities());
        DetectionRules detection = DetectionRules.of(settings, upload.mount());
        tracker.advance(DEVICE, upload, fresh, 0, mount -> detection, this);
        long now = tracker.newestMillis();
        judge().passTo(now);
        Moment moment = new Moment(DEVICE, now, now + lagMillis, upload.historical());
        ReminderPolicy.decide(moment, tracker, ledger, detection, reminderRules(), this);
        restart();
    }

    private void restart() {
        StateWriter out = new StateWriter();
        tracker.write(out);
        ledger.write(out);
        StateReader in = new StateReader(out.toBytes());
        tracker = EpisodeTracker.read(in);
        ledger = ReminderLedger.read(in);
        if (!in.isAtEnd()) {
            throw new IllegalStateException("more was written than is read");
        }
    }

    Optional<Reminder> answer(Answer answer, Instant arrival) {
        return AnswerBook.enter(DEVICE, answer, arrival.toEpochMilli(), ledger, reminderRules());
    }

    /** Nothing comes any more, and by the device's clock it would be so late now. */
    void passTo(double seconds) {
        judge().passTo(Sitter.BEGIN.toEpochMilli() + Math.round(seconds * 1_000));
        restart();
    }

    private OutcomeJudge judge() {
        return new OutcomeJudge(DEVICE, ledger, reminderRules(), this);
    }

    @Override
    public void changed(Episode episode) {}

    @Override
    public void stood(Stretch stretch) {
        ledger.stood(stretch, reminderRules().zone());
        judge().stood(stretch);
    }

    @Override
    public void hole(PostureIssue issue) {
        judge().hole(issue);
    }

    @Override
    public void left(long timeMillis, CloseReason reason) {
        judge().left(timeMillis, reason);
    }

    private ReminderRules reminderRules() {
        return ReminderRules.of(settings, profile);
    }

    @Override
    public void raised(Reminder reminder) {
        reminders.add(reminder);
    }

    @Override
    public void withdrawn(Withdrawal withdrawal) {
        withdrawals.add(withdrawal);
    }

    @Override
    public void decided(Decision decision) {
        decisions.add(decision);
    }

    /**
     * Each reminder raised or held back in a line, in seconds since the beginning: {@code "840 held_back cooldown_same
     * forward_neck until 1620"}.
     */
    List<String> lines() {
        return decisions.stream()
                .filter(decision -> isOfPolicy(decision))
                .map(Reminded::line)
                .toList();
    }

    /** What became of the reminders raised, likewise: {@code "720 ignored no_change forward_neck"}. */
    List<String> outcomes() {
        return decisions.stream()
                .filter(decision -> !isOfPolicy(decision))
                .map(Reminded::line)
                .toList();
    }

    /** The rules by which reminders were raised or held back. */
    List<String> rules() {
        return decisions.stream()
                .filter(Reminded::isOfPolicy)
                .map(Decision::rule)
                .toList();
    }

    private static boolean isOfPolicy(Decision decision) {
        return decision.outcome() == Decision.Outcome.RAISED || decision.outcome() == Decision.Outcome.HELD_BACK;
    }

    private static String line(Decision decision) {
        String until = decision.until() == null ? "" : " until " + seconds(decision.until());
        String outcome = decision.outcome().name().toLowerCase(Locale.ROOT);
        return seconds(decision.at()) + " " + outcome + " " + decision.rule() + " "
                + decision.issue().word() + until;
    }

    private static long seconds(Instant at) {
        return Duration.between(Sitter.BEGIN, at).toSeconds();
    }
}
