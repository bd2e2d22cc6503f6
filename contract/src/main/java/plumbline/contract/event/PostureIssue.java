package plumbline.contract.event;

import java.util.Locale;

/** What a wearer may hold for too long. */
public enum PostureIssue {
    FORWARD_NECK,
    ROUNDED_SHOULDERS,
    PROLONGED_SITTING;

    /** As it stands in ids: {@code forward_neck}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
