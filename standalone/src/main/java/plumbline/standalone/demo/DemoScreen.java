package plumbline.standalone.demo;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.standalone.kafka.PipelineListener;

/** One plain line for everything worth seeing, in device time. */
final class DemoScreen implements PipelineListener {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final PrintWriter out;
    private final DemoTotals totals;
    private final Set<String> begun = new HashSet<>();

    DemoScreen(PrintWriter out, DemoTotals totals) {
        this.out = out;
        this.totals = totals;
    }

    @Override
    public void stored(DeviceId device, Upload upload) {
        totals.stored(device, upload);
    }

    @Override
    public void changed(Episode episode) {
        totals.changed(episode);
        boolean onlySatDown =
                episode.issue() == PostureIssue.PROLONGED_SITTING && episode.state() == EpisodeState.ACTIVE;
        if (!onlySatDown && isNews(episode)) {
            line(episode.end(), episode.device(), "episode", words(episode));
        }
    }

    /** Each begins once and ends once, and none ends that has not begun here. */
    private boolean isNews(Episode episode) {
        return episode.closeReason() == null ? begun.add(episode.id()) : begun.remove(episode.id());
    }

    private static String words(Episode episode) {
        String issue = episode.issue().word().replace('_', ' ');
        if (episode.closeReason() == null) {
            return issue + " since " + time(episode.start());
        }
        String reason = episode.closeReason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return issue + " ended after " + minutes(episode.badSeconds()) + ": " + reason;
    }

    private static String minutes(double seconds) {
        return seconds < 120 ? Math.round(seconds) + " s" : Math.round(seconds / 60) + " min";
    }

    @Override
    public void raised(Reminder reminder) {
        totals.raised();
        line(reminder.raisedAt(), reminder.device(), "REMINDER", reminder.text());
    }

    @Override
    public void delivered(Delivery delivery) {
        totals.delivered(delivery);
        if (delivery.state() == Delivery.State.DELIVERED) {
            line(delivery.at(), delivery.device(), "delivered", "to the " + delivery.channel());
        }
    }

    @Override
    public void answered(DeviceId device, Answer answer) {
        totals.answered(answer);
        line(answer.at(), device, "answer", words(answer));
    }

    private static String words(Answer answer) {
        if (answer instanceof Answer.ToReminder to) {
            String word = to.answer().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return to.minutes() == null ? word : word + " for " + to.minutes() + " min";
        }
        return answer instanceof Answer.PainCheckIn ? "reports pain" : "finished an exercise";
    }

    @Override
    public void rejected(String sender, String why) {
        totals.rejected();
        print(String.format(Locale.ROOT, "          %-9s  rejected   %s", sender, why));
    }

    private void line(Instant at, DeviceId device, String what, String words) {
        print(String.format(Locale.ROOT, "%s  %-9s  %-9s  %s", time(at), device, what, words));
    }

    /** One line as it is. */
    void print(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    private static String time(Instant instant) {
        return CLOCK.format(instant.atOffset(ZoneOffset.UTC));
    }
}
