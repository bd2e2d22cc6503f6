package plumbline.ingest.simulation;

import plumbline.contract.device.DeviceId;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeRecord;
import plumbline.ingest.intake.IntakeSource;

/** A planted fault: it stores every upload as one of the same device. */
final class MixesDevicesUp extends OurIngester {
    private static final DeviceId ONE = new DeviceId("d1");

    @Override
    public void connected(IntakeLog log, IntakeSource source) {
        super.connected((record, outcome) -> log.append(mixedUp(record), outcome), source);
    }

    private static IntakeRecord mixedUp(IntakeRecord record) {
        return new IntakeRecord(record.topic(), ONE, record.value(), record.at(), record.headers(), record.rejected());
    }
}
