package plumbline.ingest.simulation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plumbline.ingest.intake.InboundPublish;
import plumbline.ingest.intake.IntakeEpoch;
import plumbline.ingest.intake.IntakeLog;
import plumbline.ingest.intake.IntakeSource;
import plumbline.ingest.intake.UploadIntake;

/** An epoch for each connection, as the service does it. */
class OurIngester implements Ingester {
    private @Nullable IntakeEpoch epoch;

    @Override
    public void connected(IntakeLog log, IntakeSource source) {
        epoch = new IntakeEpoch(new UploadIntake(), log, source, () -> {}, IntakeEpoch.MAX_WAITING_BYTES);
    }

    @Override
    public void receive(InboundPublish publish) {
        epoch().receive(publish);
    }

    @Override
    public boolean forward() {
        return epoch().forward();
    }

    @Override
    public void cut() {
        if (epoch != null) {
            epoch.end("cut");
        }
    }

    @Override
    public boolean isOver() {
        return epoch().endCause().isPresent();
    }

    @Override
    public int unacknowledged() {
        return epoch == null ? 0 : epoch.unacknowledged();
    }

    private IntakeEpoch epoch() {
        return Objects.requireNonNull(epoch);
    }
}
