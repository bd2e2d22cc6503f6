package plumbline.streams.summary;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plumbline.streams.order.UploadPace;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** All that is remembered of a wearer's days: the open one, and what was told of a later one already. */
public final class DayLedger {
    /** How long a device is silent beyond its own pace before its day is published without it. */
    public static final long SILENT_MILLIS = 10 * 60_000L;

    @Nullable
    OpenDay open;

    /** Later than the open one: answers may come of a day of which no reading has come. */
    @Nullable
    OpenDay later;

    FinishedSeen seen = new FinishedSeen();

    /** When a day is to be published though nothing arrives, arrival time; {@link OpenDay#NEVER} where there is none. */
    public long wakesAt(UploadPace pace, DayRules rules) {
        long due = Math.min(dueMillis(open, rules), dueMillis(later, rules));
        return due == OpenDay.NEVER ? due : Math.max(due, pace.silentAt(SILENT_MILLIS));
    }

    private static long dueMillis(@Nullable OpenDay day, DayRules rules) {
        return day == null ? OpenDay.NEVER : day.dueMillis(rules);
    }

    public void write(StateWriter out) {
        seen.write(out);
        out.truth(open != null).truth(later != null);
        if (open != null) {
            open.write(out);
        }
        if (later != null) {
            later.write(out);
        }
    }

    public static DayLedger read(StateReader in) {
        DayLedger ledger = new DayLedger();
        ledger.seen = FinishedSeen.read(in);
        boolean isOpen = in.truth();
        boolean isLater = in.truth();
        ledger.open = isOpen ? OpenDay.read(in) : null;
        ledger.later = isLater ? OpenDay.read(in) : null;
        return ledger;
    }

    OpenDay open() {
        return Objects.requireNonNull(open);
    }
}
