package plumbline.streams.device;

import plumbline.contract.device.StoredWatermark;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Decision;
import plumbline.contract.event.DeviceStatus;
import plumbline.contract.event.Episode;
import plumbline.contract.event.RejectReason;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.Withdrawal;
import plumbline.streams.detection.EpisodeTracker;

/** What follows from an input, as data; whoever runs the machine carries it out. */
public sealed interface Effect {
    record EpisodeChanged(Episode episode) implements Effect {}

    record ReminderRaised(Reminder reminder) implements Effect {}

    record ReminderWithdrawn(Withdrawal withdrawal) implements Effect {}

    record Decided(Decision decision) implements Effect {}

    record StatusChanged(DeviceStatus status) implements Effect {}

    /** A revision of the wearer's day. */
    record DaySummed(DaySummary summary) implements Effect {}

    /** How far the device's readings are stored, for the device. */
    record StoredUpTo(StoredWatermark watermark) implements Effect {}

    /** The input itself goes to the dead letters. */
    record InputRejected(RejectReason reason, String detail) implements Effect {}

    /** An episode that was published was none. */
    record EpisodeRetracted(String id) implements Effect {}

    /**
     * The device's uploads are to be read back, and to be given to the machine as {@link DeviceInput.HistoryRead}.
     *
     * @param sinceMillis arrival time of the first that may matter
     */
    record HistoryWanted(long sinceMillis) implements Effect {}

    /** The device has been gone for so long that its state is removed, with all that stands for how it is now. */
    record DeviceForgotten() implements Effect {}

    /** What became of readings, to be counted. */
    record ReadingsCounted(int taken, int duplicate, int late, int outOfStep, int outOfRange, int jumps)
            implements Effect {
        static final ReadingsCounted NONE = duplicate(0);

        static ReadingsCounted duplicate(int readings) {
            return new ReadingsCounted(0, readings, 0, 0, 0, 0);
        }

        static ReadingsCounted late(int readings) {
            return new ReadingsCounted(0, 0, readings, 0, 0, 0);
        }

        static ReadingsCounted taken(EpisodeTracker.Taken taken) {
            return new ReadingsCounted(
                    taken.readings(),
                    0,
                    0,
                    taken.outOfStep(),
                    taken.dropped().outOfRangeCount(),
                    taken.dropped().jumpCount());
        }
    }
}
