package plumbline.streams.reminding;

/**
 * Fewer reminders for those whom they do not suit.
 *
 * @param after so many ignored in a row double the cooldowns, and as many again double them again; 0 for never
 * @param most no cooldown is doubled beyond this, milliseconds
 */
record BackOff(int after, long most) {
    private static final int MOST_DOUBLINGS = 20;

    long lengthen(long cooldownMillis, int ignoredInARow) {
        int doublings = after == 0 ? 0 : Math.min(ignoredInARow / after, MOST_DOUBLINGS);
        return Math.max(cooldownMillis, Math.min(cooldownMillis << doublings, most));
    }
}
