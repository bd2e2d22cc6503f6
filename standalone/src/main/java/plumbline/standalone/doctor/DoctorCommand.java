package plumbline.standalone.doctor;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.contract.operator.Invocation;
import plumbline.contract.operator.KafkaOptions;
import plumbline.contract.operator.MqttOptions;
import plumbline.contract.operator.ServiceRunner;
import plumbline.standalone.doctor.finding.Finding;
import plumbline.standalone.doctor.finding.Finding.Verdict;
import plumbline.standalone.doctor.kafka.KafkaCheck;

/** The command {@code doctor}. */
@Command(
        name = "doctor",
        description = "Looks at Java, the ports and both brokers, and says what would lose data and what to change.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  plumbline doctor --mqtt tcp://broker:1883 --kafka kafka:9092",
            "",
            "It leaves nothing behind: its messages go to a topic of its own, and its session is removed.",
            "Exit code 1 where something is wrong."
        })
public final class DoctorCommand implements Callable<Integer> {
    /** One more than brokers keep where nobody has told them otherwise. */
    private static final int LEAST_PROBES = 1_001;

    private static final int MOST_PROBES = 100_000;

    @Mixin
    private final Invocation invocation = new Invocation();

    @Mixin
    private final MqttOptions mqtt = new MqttOptions();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--probes",
            paramLabel = "N",
            defaultValue = "1500",
            description =
                    "Messages sent to a session that is away, to count how many come back; brokers' usual bound is"
                            + " 1,000 (default: ${DEFAULT-VALUE}).")
    private int probes;

    private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

    @Override
    public Integer call() {
        if (probes < LEAST_PROBES || probes > MOST_PROBES) {
            throw invocation.misuse("--probes is " + probes + "; allowed is " + LEAST_PROBES + " to " + MOST_PROBES);
        }
        MachineCheck.run(this::tell);
        new MqttCheck(mqtt.endpoint(), probes).run(this::tell);
        new KafkaCheck(kafka.endpoint()).run(this::tell);
        int wrong = counts.getOrDefault(Verdict.WRONG, 0);
        invocation.out().println();
        invocation
                .out()
                .println(
                        wrong == 0
                                ? "nothing is wrong"
                                : wrong + (wrong == 1 ? " thing is wrong" : " things are wrong"));
        invocation.out().flush();
        return wrong == 0 ? ServiceRunner.STOPPED : ServiceRunner.FAILED;
    }

    private void tell(Finding finding) {
        counts.merge(finding.verdict(), 1, Integer::sum);
        invocation.out().println(finding.line());
        invocation.out().flush();
    }
}
