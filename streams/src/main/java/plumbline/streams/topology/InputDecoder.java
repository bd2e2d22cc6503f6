package plumbline.streams.topology;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.ProfileCodec;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.event.Profile;
import plumbline.contract.event.RejectReason;
import plumbline.streams.device.DeviceInput;

/** What the bytes of each source topic mean to a device. */
final class InputDecoder {
    private final UploadCodec uploads = new UploadCodec();

    DeviceInput upload(byte @Nullable [] value) {
        return value == null ? empty() : input(uploads.decodeBinary(value), DeviceInput.UploadArrived::new);
    }

    DeviceInput answer(byte @Nullable [] value) {
        return value == null ? empty() : input(AnswerCodec.decode(value), DeviceInput.AnswerArrived::new);
    }

    /** A tombstone takes the profile away. */
    DeviceInput profile(byte @Nullable [] value) {
        return value == null
                ? new DeviceInput.ProfileChanged(Profile.DEFAULT)
                : input(ProfileCodec.decode(value), DeviceInput.ProfileChanged::new);
    }

    private static DeviceInput empty() {
        return new DeviceInput.Unreadable(RejectReason.EMPTY, "the record has no value");
    }

    private static <T> DeviceInput input(Decoded<T> decoded, Function<T, DeviceInput> arrived) {
        if (decoded instanceof Decoded.Accepted<T> accepted) {
            return arrived.apply(accepted.value());
        }
        Decoded.Rejected<T> rejected = (Decoded.Rejected<T>) decoded;
        return new DeviceInput.Unreadable(rejected.reason(), rejected.detail());
    }
}
