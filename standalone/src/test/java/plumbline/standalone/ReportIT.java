package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.TopicPrefix;
import plumbline.contract.kafka.DevicePartition;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.operator.EnvironmentDefaults;
import plumbline.standalone.embedded.EmbeddedKafka;

/** The report from a broker. */
class ReportIT {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int report(String... arguments) {
        CommandLine command = Plumbline.commandLine(new EnvironmentDefaults(Map.of()));
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    @Test
    void itReadsTheDaysToTheirEnd() {
        try (EmbeddedKafka broker = EmbeddedKafka.start(0)) {
            KafkaEndpoint kafka = new KafkaEndpoint(broker.bootstrap(), TopicPrefix.NONE);
            assertThat(report("report", "--kafka", broker.bootstrap())).isEqualTo(1);
            assertThat(err.toString()).contains("there is no topic posture.days.v1");

            new TopicProvisioner(kafka).provision();
            publish(kafka);
            assertThat(report("report", "--kafka", broker.bootstrap())).isZero();
            assertThat(out.toString()).contains("6 wearers, week 2026-W48").contains("4.0 min");
            assertThat(report("report", "--kafka", broker.bootstrap(), "--device", "pl-3"))
                    .isZero();
            assertThat(out.toString()).contains("pl-3, week 2026-W48").contains("forward neck");
        }
    }

    @Test
    void withoutABrokerItSaysWhereItLooked() {
        assertThat(report("report", "--kafka", "127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString()).contains("can't read posture.days.v1 from Kafka at 127.0.0.1:1");
    }

    private static void publish(KafkaEndpoint kafka) {
        Map<String, Object> settings = kafka.clientSettings("test");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            int partitions =
                    producer.partitionsFor(kafka.topic(KafkaTopic.DAYS)).size();
            for (int wearer = 1; wearer <= 6; wearer++) {
                for (int revision = 1; revision <= 2; revision++) {
                    DaySummary day = day("pl-" + wearer, revision);
                    int partition = DevicePartition.of(day.device().value(), partitions);
                    producer.send(new ProducerRecord<>(
                            kafka.topic(KafkaTopic.DAYS), partition, day.key(), EventJson.encode(day)));
                }
            }
            producer.send(new ProducerRecord<>(kafka.topic(KafkaTopic.DAYS), "pl-9/2026-12-24", new byte[] {'?'}));
        }
    }

    private static DaySummary day(String device, int revision) {
        Instant midnight = Instant.parse("2026-11-25T00:00:00Z");
        return new DaySummary(
                new DeviceId(device),
                LocalDate.parse("2026-11-25"),
                "UTC",
                midnight,
                midnight.plusSeconds(86_400),
                false,
                new DaySummary.Measured(
                        midnight,
                        midnight.plusSeconds(36_000),
                        36_000,
                        0,
                        1,
                        Map.of(
                                PostureIssue.FORWARD_NECK,
                                new DaySummary.OfIssue(1_200 * revision, revision, 600, 1_200))),
                new DaySummary.Told(Map.of(), Map.of(), Map.of()),
                revision);
    }
}
