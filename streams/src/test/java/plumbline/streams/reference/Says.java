package plumbline.streams.reference;

/** What one observation says of one issue. */
enum Says {
    BAD,
    /** Good posture; for sitting, upright. */
    GOOD,
    WALKING,
    LYING,
    OFF_BODY,
    /** Time has come to here, and what was said before still holds. */
    NOTHING,
    /** What a span told ends here. */
    SPAN_ENDS;

    boolean isSomething() {
        return this != NOTHING && this != SPAN_ENDS;
    }

    boolean isUp() {
        return this == GOOD || this == WALKING;
    }
}
