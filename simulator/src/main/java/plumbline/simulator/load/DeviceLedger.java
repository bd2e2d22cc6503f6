package plumbline.simulator.load;

import java.util.BitSet;

/** What became of one device's uploads, by their numbers from 0. Safe for use by several threads. */
final class DeviceLedger {
    private final BitSet acknowledged = new BitSet();
    private final BitSet stored = new BitSet();
    private final boolean promisedOnceSent;
    private int sent;
    private int lost;

    /** @param promisedOnceSent whether an upload is to be stored even where the broker did not acknowledge it */
    DeviceLedger(boolean promisedOnceSent) {
        this.promisedOnceSent = promisedOnceSent;
    }

    synchronized void sent(int number) {
        sent = number + 1;
        if (promisedOnceSent && !stored.get(number)) {
            lost++;
        }
    }

    /** Whether this is the first time. */
    synchronized boolean acknowledged(int number) {
        if (acknowledged.get(number)) {
            return false;
        }
        acknowledged.set(number);
        if (!promisedOnceSent && !stored.get(number)) {
            lost++;
        }
        return true;
    }

    /** Whether this is the first time. */
    synchronized boolean stored(int number) {
        if (stored.get(number)) {
            return false;
        }
        stored.set(number);
        if (promisedOnceSent ? number < sent : acknowledged.get(number)) {
            lost--;
        }
        return true;
    }

    /** How many are promised and not stored so far. */
    synchronized int lost() {
        return lost;
    }
}
