package plumbline.standalone.verify;

/**
 * A part of a true stretch as the readings that were sent could show it.
 *
 * @param trueFromMillis where it truly began; with its first reading where what came before was not sent
 * @param trueToMillis where it truly ended, or {@code toMillis} where that came first
 * @param beforeMillis the last reading before it, its own first where there is none that still stood
 * @param fromMillis its first reading
 * @param lastMillis its last reading
 * @param toMillis when that one stops standing: at the next reading that was sent, or after its hold
 */
record Seen(
        Posing posing,
        long trueFromMillis,
        long trueToMillis,
        long beforeMillis,
        long fromMillis,
        long lastMillis,
        long toMillis) {
    /** What may be missing at its beginning: the readings before and after it lie so far apart. */
    long mostMissed() {
        return trueFromMillis < fromMillis ? fromMillis - beforeMillis : 0;
    }

    /** What may be too much at its end. */
    long mostAdded() {
        return trueToMillis < toMillis ? toMillis - lastMillis : 0;
    }
}
