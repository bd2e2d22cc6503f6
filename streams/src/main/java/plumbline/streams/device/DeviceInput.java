package plumbline.streams.device;

import plumbline.contract.device.Answer;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Profile;
import plumbline.contract.event.RejectReason;

/** What can arrive for a device. */
public sealed interface DeviceInput {
    record UploadArrived(Upload upload) implements DeviceInput {}

    record AnswerArrived(Answer answer) implements DeviceInput {}

    /** A new profile; {@link Profile#DEFAULT} where it was removed. */
    record ProfileChanged(Profile profile) implements DeviceInput {}

    /** Nothing arrived, and it was time to look: see {@link DeviceState#wakesAt}. */
    record TimePassed() implements DeviceInput {}

    /** Something that can't be read, with the reason. */
    record Unreadable(RejectReason reason, String detail) implements DeviceInput {}
}
