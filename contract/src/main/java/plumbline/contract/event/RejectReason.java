package plumbline.contract.event;

import java.util.Locale;

/** Why something that arrived went to the dead letters. */
public enum RejectReason {
    EMPTY,
    TOO_LARGE,
    NOT_JSON,
    NOT_PROTOBUF,
    UNKNOWN_VERSION,
    BAD_FIELD,
    NON_FINITE,
    UNEQUAL_LENGTHS,
    TOO_MANY_READINGS,
    BAD_TOPIC,
    BAD_DEVICE_ID,
    WRONG_DEVICE,
    CLOCK_OUT_OF_RANGE,
    /** It came too long after newer ones to change anything. */
    TOO_LATE,
    /** Its readings bear the identities of others. */
    IDENTITY_TAKEN,
    UNKNOWN_SETTING;

    /** As it stands in headers and metric tags: {@code unequal_lengths}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
