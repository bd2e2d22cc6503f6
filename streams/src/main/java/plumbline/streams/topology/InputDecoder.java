package plumbline.streams.topology;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.event.Profile;
import plumbline.contract.event.RejectReason;
import plumbline.streams.device.DeviceInput;

/** What the bytes of each source topic mean to a device. */
final class InputDecoder {
    private static final int PROFILE_VERSION = 1;

    private final UploadCodec uploads = new UploadCodec();

    DeviceInput upload(byte @Nullable [] value) {
        return value == null ? empty() : input(uploads.decodeBinary(value), DeviceInput.UploadArrived::new);
    }

    DeviceInput answer(byte @Nullable [] value) {
        return value == null ? empty() : input(AnswerCodec.decode(value), DeviceInput.AnswerArrived::new);
    }

    /** A tombstone takes the profile away. */
    DeviceInput profile(byte @Nullable [] value) {
        if (value == null) {
            return new DeviceInput.ProfileChanged(Profile.DEFAULT);
        }
        if (value.length > Profile.MAX_BYTES) {
            return new DeviceInput.Unreadable(
                    RejectReason.TOO_LARGE, value.length + " bytes; at most " + Profile.MAX_BYTES + " are allowed");
        }
        return input(
                EventJson.decode(value, Profile.class).then(InputDecoder::knownVersion),
                DeviceInput.ProfileChanged::new);
    }

    private static Decoded<Profile> knownVersion(Profile profile) {
        return profile.v() == PROFILE_VERSION
                ? Decoded.accept(profile)
                : Decoded.reject(RejectReason.UNKNOWN_VERSION, "v is " + profile.v() + "; known is 1");
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
