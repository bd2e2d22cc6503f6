package plumbline.standalone.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;

/** What a demo has seen so far. */
final class DemoTotals {
    private final Set<DeviceId> devices = new TreeSet<>();
    private final Map<AnswerWord, Integer> answers = new EnumMap<>(AnswerWord.class);
    private long readings;
    private long uploads;
    private int episodes;
    private int reminders;
    private int delivered;
    private int rejected;

    synchronized void stored(DeviceId device, Upload upload) {
        devices.add(device);
        uploads++;
        readings += upload.size();
    }

    synchronized void changed(Episode episode) {
        episodes += episode.state() == EpisodeState.ACTIVE ? 1 : 0;
    }

    synchronized void raised() {
        reminders++;
    }

    synchronized void delivered(Delivery delivery) {
        delivered += delivery.state() == Delivery.State.DELIVERED ? 1 : 0;
    }

    synchronized void answered(Answer answer) {
        if (answer instanceof Answer.ToReminder to) {
            answers.merge(to.answer(), 1, Integer::sum);
        }
    }

    synchronized void rejected() {
        rejected++;
    }

    synchronized String soFar() {
        return readings + " readings in " + uploads + " uploads from " + count(devices.size(), "device");
    }

    synchronized String atTheEnd() {
        int answered = answers.values().stream().mapToInt(Integer::intValue).sum();
        return soFar() + "; " + count(episodes, "episode") + ", " + count(reminders, "reminder") + ", " + delivered
                + " delivered, " + answered + " answered" + (rejected == 0 ? "" : ", " + rejected + " rejected");
    }

    synchronized int reminders() {
        return reminders;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
