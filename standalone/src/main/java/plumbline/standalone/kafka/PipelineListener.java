package plumbline.standalone.kafka;

import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.Episode;
import plumbline.contract.event.Reminder;

/** Hears what was committed to the pipeline's topics, on one thread. */
public interface PipelineListener {
    void stored(DeviceId device, Upload upload);

    void changed(Episode episode);

    void raised(Reminder reminder);

    void delivered(Delivery delivery);

    void answered(DeviceId device, Answer answer);

    /**
     * Something went to the dead letters.
     *
     * @param sender the device, or the topic where that names none
     * @param why reason and detail
     */
    void rejected(String sender, String why);
}
