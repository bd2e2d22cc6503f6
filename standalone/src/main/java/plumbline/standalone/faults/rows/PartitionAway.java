package plumbline.standalone.faults.rows;

import java.time.Duration;
import java.util.Optional;
import plumbline.standalone.faults.process.SmallDisk;
import plumbline.standalone.faults.process.Waiting;
import plumbline.standalone.faults.stage.Flow;
import plumbline.standalone.faults.stage.KafkaSite;
import plumbline.standalone.faults.stage.Stage;
import plumbline.standalone.faults.verdict.Findings;

/** One of Kafka's two disks is full: the partitions there have no leader any more, while all others go on. */
final class PartitionAway implements FaultRow {
    private static final Duration ALARM_WITHIN = Duration.ofSeconds(30);
    private static final Duration HOME_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** One partition at least is left, of four. */
    private static final double OTHERS = 0.2;

    private static final String AWAY = "plumbline_ingest_partitions_away";
    private static final String PARKED = "plumbline_ingest_parked_total";

    @Override
    public String name() {
        return "12";
    }

    @Override
    public String fault() {
        return "partitions offline (one of two disks full)";
    }

    @Override
    public String promise() {
        return "alarm in 30 s, others flow, no loss";
    }

    @Override
    public Optional<String> lacks() {
        return SmallDisk.lacks();
    }

    @Override
    public void run(Stage stage, Findings findings) {
        Duration length = stage.scale().lasting(Duration.ofSeconds(60), Duration.ofSeconds(10));
        Duration alarmWithin = stage.scale().judged(ALARM_WITHIN);
        Duration homeWithin = stage.scale().judged(HOME_WITHIN);
        try (SmallDisk disk = stage.smallDisk();
                KafkaSite kafka = stage.kafkaHalfOn(disk);
                Flow flow = stage.with(kafka).flow()) {
            disk.fill();
            Duration alarm =
                    Waiting.took(alarmWithin, LOOK_EVERY, () -> flow.ingest().metric(AWAY) > 0);
            findings.require(alarm.compareTo(alarmWithin) < 0, "no alarm");
            double others = flow.load().storedPerSecond(length);
            findings.require(others >= OTHERS * stage.scale().uploadsPerSecond(), "the others stand still");
            findings.figure("alarm after", Findings.seconds(alarm));
            findings.figure("away", Math.round(flow.ingest().metric(AWAY)));
            findings.figure("stored/s meanwhile", Math.round(others));
            findings.figure("parked", Math.round(flow.ingest().metric(PARKED)));
            disk.free();
            kafka.restart();
            findings.recovered(flow.load().awaitStore(homeWithin), homeWithin);
            flow.settle(findings);
        }
    }
}
