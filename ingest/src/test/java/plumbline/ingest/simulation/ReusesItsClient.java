package plumbline.ingest.simulation;

import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeSource;

/** A planted fault: one client over all connections, as automatic reconnect does; late stores confirm on the new one. */
final class ReusesItsClient extends OurIngester {
    private IntakeSource current = packetId -> {};
    private boolean begun;
    private boolean cutOff;

    @Override
    public void connected(IntakeLog log, IntakeSource source) {
        current = source;
        cutOff = false;
        if (!begun || super.isOver()) {
            begun = true;
            super.connected(log, packetId -> current.acknowledge(packetId));
        }
    }

    @Override
    public boolean isOver() {
        return cutOff || super.isOver();
    }

    @Override
    public void cut() {
        cutOff = true; // and goes on with what it has in hand
    }
}
