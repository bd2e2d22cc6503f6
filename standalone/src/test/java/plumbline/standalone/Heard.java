package plumbline.standalone;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Episode;
import plumbline.contract.event.Reminder;
import plumbline.standalone.kafka.PipelineListener;

/** Keeps all that came through the pipeline's topics, in the order in which it came. */
final class Heard implements PipelineListener {
    record Stored(DeviceId device, Upload upload) {}

    record Said(DeviceId device, Answer answer) {}

    final List<Stored> uploads = new CopyOnWriteArrayList<>();
    final List<Episode> episodes = new CopyOnWriteArrayList<>();
    final List<Reminder> reminders = new CopyOnWriteArrayList<>();
    final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    final List<Said> answers = new CopyOnWriteArrayList<>();
    final List<String> rejected = new CopyOnWriteArrayList<>();

    @Override
    public void stored(DeviceId device, Upload upload) {
        uploads.add(new Stored(device, upload));
    }

    @Override
    public void changed(Episode episode) {
        episodes.add(episode);
    }

    @Override
    public void raised(Reminder reminder) {
        reminders.add(reminder);
    }

    @Override
    public void delivered(Delivery delivery) {
        deliveries.add(delivery);
    }

    @Override
    public void answered(DeviceId device, Answer answer) {
        answers.add(new Said(device, answer));
    }

    @Override
    public void rejected(String sender, String why) {
        rejected.add(sender + " " + why);
    }
}
