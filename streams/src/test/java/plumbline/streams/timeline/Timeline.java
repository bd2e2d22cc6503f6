package plumbline.streams.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.Profile;
import plumbline.contract.event.Reminder;
import plumbline.streams.GoldenFile;
import plumbline.streams.Sitter;
import plumbline.streams.device.DeviceInput;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.device.DeviceState;
import plumbline.streams.device.Effect;
import plumbline.streams.settings.RuleSettings;

/** What the machine makes of some days of one wearer, told by the wearer's own clock. */
final class Timeline {
    private static final DeviceId ALMA = new DeviceId("alma");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss xxx", Locale.ENGLISH);

    private final DeviceMachine machine = new DeviceMachine(RuleSettings.DEFAULTS);
    private final DeviceState state = new DeviceState();
    private final Sitter sitter = new Sitter(this::upload).every(10_000).perUpload(6);
    private final Map<String, String> settings = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private ZoneId zone;
    private LocalDate date = LocalDate.MIN;
    private Instant now;

    /** @param begin by the clock there, such as {@code 2026-03-28T22:00} */
    private Timeline(ZoneId zone, String begin) {
        this.zone = zone;
        this.now = LocalDateTime.parse(begin).atZone(zone).toInstant();
        sitter.at(now);
    }

    static Timeline in(String zone, String begin, String... settings) {
        Timeline timeline = new Timeline(ZoneId.of(zone), begin);
        for (String setting : settings) {
            timeline.settings.put(setting.split("=")[0], setting.split("=")[1]);
        }
        timeline.profile();
        return timeline;
    }

    /** Bends the neck for eight minutes of each half hour. */
    Timeline halfHours(int count) {
        for (int i = 0; i < count; i++) {
            bendsFor(8);
            uprightFor(22);
        }
        return this;
    }

    Timeline bendsFor(int minutes) {
        sitter.bad(minutes * 60);
        now = now.plusSeconds(minutes * 60L);
        return this;
    }

    Timeline uprightFor(int minutes) {
        sitter.good(minutes * 60);
        now = now.plusSeconds(minutes * 60L);
        return this;
    }

    /** The device is on its charger until the clock shows this next. */
    Timeline sleepsUntil(String clock) {
        ZonedDateTime local = now.atZone(zone);
        ZonedDateTime up = local.with(LocalTime.parse(clock));
        Instant then = (up.isAfter(local) ? up : up.plusDays(1)).toInstant();
        sitter.takesItOff();
        sitter.at(then);
        now = then;
        return this;
    }

    /** The profile has another zone from now on. */
    Timeline fliesTo(String there) {
        text.append("\n>> from here on in ").append(there).append('\n');
        zone = ZoneId.of(there);
        date = LocalDate.MIN;
        profile();
        return this;
    }

    private void profile() {
        Profile profile = new Profile(1, zone.getId(), settings, null, false, null);
        advance(new DeviceInput.ProfileChanged(profile), now.toEpochMilli());
    }

    private void upload(Upload upload) {
        advance(new DeviceInput.UploadArrived(upload), upload.times().timeMillis(Math.max(0, upload.size() - 1)));
    }

    private void advance(DeviceInput input, long atMillis) {
        machine.advance(ALMA, state, input, atMillis, this::tell);
    }

    private void tell(Effect effect) {
        if (effect instanceof Effect.EpisodeChanged changed) {
            episode(changed.episode());
        } else if (effect instanceof Effect.ReminderRaised raised) {
            Reminder reminder = raised.reminder();
            line(reminder.raisedAt(), "REMINDER", reminder.text());
        } else if (effect instanceof Effect.Decided decided) {
            decision(decided.decision());
        } else if (effect instanceof Effect.InputRejected rejected) {
            throw new AssertionError(rejected.toString());
        }
    }

    private void episode(Episode episode) {
        String words = episode.issue().word().replace('_', ' ') + " "
                + episode.state().name().toLowerCase(Locale.ROOT);
        String why = episode.state() == EpisodeState.CLOSED
                ? ", " + String.valueOf(episode.closeReason()).toLowerCase(Locale.ROOT)
                : episode.level() > 0 ? ", level " + episode.level() : "";
        line(episode.end(), "episode", words + why);
    }

    private void decision(Decision decision) {
        if (decision.outcome() == Decision.Outcome.HELD_BACK) {
            String until = decision.until() == null
                    ? ""
                    : " (" + decision.rule() + ", until "
                            + CLOCK.format(decision.until().atZone(zone)) + ")";
            line(decision.at(), "decision", decision.text() + until);
        } else {
            String outcome = decision.outcome().name().toLowerCase(Locale.ROOT);
            line(decision.at(), "decision", outcome + ", " + decision.rule());
        }
    }

    private void line(Instant at, String what, String words) {
        ZonedDateTime local = at.atZone(zone);
        if (!local.toLocalDate().equals(date)) {
            date = local.toLocalDate();
            text.append('\n')
                    .append(DATE.format(local))
                    .append(", ")
                    .append(zone)
                    .append('\n');
        }
        text.append(String.format(Locale.ROOT, "%s  %-9s  %s%n", CLOCK.format(local), what, words));
    }

    void matches(String name) {
        GoldenFile.assertMatches("timelines/" + name + ".txt", text.toString());
    }
}
