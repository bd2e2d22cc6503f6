package plumbline.streams.detection;

import plumbline.contract.device.AngleColumn;

/** How many angles of one upload were dropped, by reason. */
public final class DroppedAngles {
    private int outOfRange;
    private int jumps;

    int outOfRange() {
        outOfRange++;
        return AngleColumn.MISSING;
    }

    int jump() {
        jumps++;
        return AngleColumn.MISSING;
    }

    public int outOfRangeCount() {
        return outOfRange;
    }

    public int jumpCount() {
        return jumps;
    }
}
