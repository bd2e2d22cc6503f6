package plumbline.streams.device;

import plumbline.contract.device.StoredWatermark;
import plumbline.contract.event.Decision;
import plumbline.contract.event.DeviceStatus;
import plumbline.contract.event.Episode;
import plumbline.contract.event.RejectReason;
import plumbline.contract.event.Reminder;

/** What follows from an input, as data; whoever runs the machine carries it out. */
public sealed interface Effect {
    record EpisodeChanged(Episode episode) implements Effect {}

    record ReminderRaised(Reminder reminder) implements Effect {}

    record Decided(Decision decision) implements Effect {}

    record StatusChanged(DeviceStatus status) implements Effect {}

    /** How far the device's readings are stored, for the device. */
    record StoredUpTo(StoredWatermark watermark) implements Effect {}

    /** The input itself goes to the dead letters. */
    record InputRejected(RejectReason reason, String detail) implements Effect {}

    /** What became of the readings of one upload, to be counted. */
    record ReadingsCounted(int taken, int duplicate, int late, int outOfRange, int jumps) implements Effect {}
}
