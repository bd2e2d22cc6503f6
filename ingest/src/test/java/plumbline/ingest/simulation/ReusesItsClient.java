package plumbline.ingest.simulation;

import java.util.function.IntConsumer;
import plumbline.ingest.intake.IntakeLog;

/** A planted fault: one client over all connections, as automatic reconnect does; late stores confirm on the new one. */
final class ReusesItsClient extends OurIngester {
    private IntConsumer current = packetId -> {};
    private boolean begun;
    private boolean cutOff;

    @Override
    public void connected(IntakeLog log, IntConsumer acknowledge) {
        current = acknowledge;
        cutOff = false;
        if (!begun || super.isOver()) {
            begun = true;
            super.connected(log, packetId -> current.accept(packetId));
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
