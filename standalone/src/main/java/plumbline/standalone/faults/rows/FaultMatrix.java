package plumbline.standalone.faults.rows;

import java.util.List;
import java.util.Optional;

/** Every row, in the order in which they run. */
public final class FaultMatrix {
    private static final List<FaultRow> ROWS = List.of(
            new IngestKilled(),
            new TcpCut(),
            new ConnectionRefused(),
            new BrokerSilent(),
            new BrokerKilled.Durable(),
            new BrokerKilled.Forgetful(),
            new SessionLost(),
            new ReceiveMaximumExceeded(),
            new KafkaAway.Gone(),
            new KafkaAway.Silent(),
            new KafkaSlow(),
            new PartitionAway(),
            new DiskFull(),
            new StreamsKilled(),
            new InstancesComeAndGo(),
            new StateDamaged(),
            new UploadsShuffled(),
            new UploadsLate(),
            new ClocksWrong(),
            new Poison(),
            new OneFloods(),
            new Overload(),
            new RollingUpgrade(),
            new LongLoad(),
            new Control());

    private FaultMatrix() {}

    public static List<FaultRow> rows() {
        return ROWS;
    }

    public static Optional<FaultRow> row(String name) {
        return ROWS.stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
