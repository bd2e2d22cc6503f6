package plumbline.alerts.dispatch;

import java.util.Locale;

/** A way to the wearer. */
public enum ChannelName {
    DEVICE,
    WEBHOOK,
    LOG;

    /** As it stands in deliveries, metric tags and group ids: {@code webhook}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
