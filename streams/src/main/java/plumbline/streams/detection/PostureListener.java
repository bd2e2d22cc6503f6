package plumbline.streams.detection;

import plumbline.contract.device.Activity;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Episode;
import plumbline.contract.event.PostureIssue;

/** Hears, reading by reading, what the readings of one device come to. */
public interface PostureListener {
    /** An episode became active, long, changed its level or closed. */
    void changed(Episode episode);

    /** A reading is taken, no older than the one before; nothing that it settles has been told yet. */
    default void read(long timeMillis, Activity activity, long holdMillis) {}

    /** A reading of one issue has stood for its time; of each issue in the order of time, and before what follows from it. */
    default void stood(Stretch stretch) {}

    /** What comes next of one issue does not go on from its last reading: nothing is known in between, or it does not compare. */
    default void hole(PostureIssue issue) {}

    /**
     * The device is off the body, or the wearer lies down.
     *
     * @param reason {@code OFF_BODY} or {@code LYING}
     */
    default void left(long timeMillis, CloseReason reason) {}
}
