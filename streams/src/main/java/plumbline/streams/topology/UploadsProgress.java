package plumbline.streams.topology;

import java.util.OptionalLong;

/** How far the uploads of a partition are worked off. */
public interface UploadsProgress {
    /** All uploads that arrived before this time are worked off; nothing while that is not known. Arrival time. */
    OptionalLong doneUntilMillis(int partition);
}
