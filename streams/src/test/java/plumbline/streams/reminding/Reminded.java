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
import plumbline.contract.event.Decision;
import plumbline.contract.event.Profile;
import plumbline.contract.event.Reminder;
import plumbline.streams.Sitter;
import plumbline.streams.detection.DetectionRules;
import plumbline.streams.detection.EpisodeTracker;
import plumbline.streams.settings.RuleSettings;

/** What one wearer was reminded of, and what was held back. */
final class Reminded implements ReminderPolicy.Listener {
    static final DeviceId DEVICE = new DeviceId("pl-1");

    final EpisodeTracker tracker = new EpisodeTracker();
    final ReminderLedger ledger = new ReminderLedger();
    final List<Reminder> reminders = new ArrayList<>();
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
        tracker.advance(DEVICE, upload, fresh, 0, detection, episode -> {});
        long now = tracker.newestMillis();
        Moment moment = new Moment(DEVICE, now, now + lagMillis, upload.historical());
        ReminderPolicy.decide(moment, tracker, ledger, detection, rules(), this);
    }

    Optional<Reminder> answer(Answer answer, Instant arrival) {
        return AnswerBook.enter(DEVICE, answer, arrival.toEpochMilli(), ledger, rules());
    }

    private ReminderRules rules() {
        return ReminderRules.of(settings, profile);
    }

    @Override
    public void raised(Reminder reminder) {
        reminders.add(reminder);
    }

    @Override
    public void decided(Decision decision) {
        decisions.add(decision);
    }

    /** Each decision in a line, in seconds since the beginning: {@code "840 held_back cooldown_same forward_neck until 1620"}. */
    List<String> lines() {
        return decisions.stream().map(Reminded::line).toList();
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
