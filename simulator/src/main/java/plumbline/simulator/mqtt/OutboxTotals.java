package plumbline.simulator.mqtt;

import plumbline.contract.device.DeviceTopicKind;

/**
 * What went through an outbox, or several.
 *
 * @param uploads readings handed in
 * @param uploadsAcknowledged of these, confirmed by the broker
 * @param dropped packets of any kind that gave way to newer ones
 */
public record OutboxTotals(
        long uploads, long uploadsAcknowledged, long answers, long answersAcknowledged, long dropped) {
    public static final OutboxTotals NONE = new OutboxTotals(0, 0, 0, 0, 0);

    OutboxTotals withAdded(Packet packet) {
        return isUpload(packet) ? plus(new OutboxTotals(1, 0, 0, 0, 0)) : plus(new OutboxTotals(0, 0, 1, 0, 0));
    }

    OutboxTotals withAcknowledged(Packet packet) {
        return isUpload(packet) ? plus(new OutboxTotals(0, 1, 0, 0, 0)) : plus(new OutboxTotals(0, 0, 0, 1, 0));
    }

    OutboxTotals withDropped() {
        return plus(new OutboxTotals(0, 0, 0, 0, 1));
    }

    private static boolean isUpload(Packet packet) {
        return packet.topic().kind() == DeviceTopicKind.READINGS;
    }

    public OutboxTotals plus(OutboxTotals more) {
        return new OutboxTotals(
                uploads + more.uploads,
                uploadsAcknowledged + more.uploadsAcknowledged,
                answers + more.answers,
                answersAcknowledged + more.answersAcknowledged,
                dropped + more.dropped);
    }
}
