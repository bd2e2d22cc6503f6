package plumbline.alerts.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * How one attempt on a channel ended.
 *
 * @param error what went wrong, for people, at most {@value #MAX_ERROR_LENGTH} long; null where nothing did
 */
public record Outcome(Kind kind, @Nullable String error) {
    public static final int MAX_ERROR_LENGTH = 200;

    /** What an attempt may come to. */
    public enum Kind {
        /** The other side confirmed. */
        DELIVERED,
        /** Handed over, and nobody was there to take it. */
        UNHEARD,
        /** It did not work now and may later. */
        UNAVAILABLE,
        /** The other side will never take this. */
        REFUSED,
        /** Its time was over before it could be tried. */
        EXPIRED,
        /** No longer needed. */
        WITHDRAWN,
        /** No longer ours to deliver: left for whoever has the partition next. */
        ABANDONED
    }

    public static final Outcome DELIVERED = new Outcome(Kind.DELIVERED, null);
    public static final Outcome EXPIRED = new Outcome(Kind.EXPIRED, null);
    public static final Outcome WITHDRAWN = new Outcome(Kind.WITHDRAWN, null);
    public static final Outcome ABANDONED = new Outcome(Kind.ABANDONED, null);

    public Outcome {
        if (error != null && error.length() > MAX_ERROR_LENGTH) {
            error = error.substring(0, MAX_ERROR_LENGTH);
        }
    }

    public static Outcome unheard(String error) {
        return new Outcome(Kind.UNHEARD, error);
    }

    public static Outcome unavailable(String error) {
        return new Outcome(Kind.UNAVAILABLE, error);
    }

    public static Outcome refused(String error) {
        return new Outcome(Kind.REFUSED, error);
    }
}
