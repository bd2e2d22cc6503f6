package plumbline.contract.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a wearer, or who looks after them, has chosen. Everything may be left out.
 *
 * @param v 1
 * @param zone the wearer's time zone, such as {@code Europe/Berlin}
 * @param settings overrides by the keys of the settings table, such as {@code forward-neck.long} to {@code 5m}
 * @param avoid ids of exercises that are never suggested
 * @param floor whether exercises on the floor suit the wearer's workplace
 * @param pausedUntil no reminder before then
 * @param vacation days without a reminder
 */
public record Profile(
        int v,
        @Nullable String zone,
        @Nullable Map<String, String> settings,
        @Nullable List<String> avoid,
        boolean floor,
        @Nullable Instant pausedUntil,
        @Nullable Vacation vacation) {
    public static final int MAX_BYTES = 8 * 1024;

    public static final Profile DEFAULT = new Profile(1, null, null, null, false, null);

    /** A wearer who is not on vacation. */
    public Profile(
            int v,
            @Nullable String zone,
            @Nullable Map<String, String> settings,
            @Nullable List<String> avoid,
            boolean floor,
            @Nullable Instant pausedUntil) {
        this(v, zone, settings, avoid, floor, pausedUntil, null);
    }

    /** Whole days by the wearer's own calendar, the first and the last among them. */
    public record Vacation(LocalDate from, LocalDate to) {}
}
