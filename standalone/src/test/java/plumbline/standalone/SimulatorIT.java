package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.device.Answer;
import plumbline.contract.device.DeviceConnection;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.DeviceTopicKind;
import plumbline.contract.event.Haptic;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.contract.operator.ScaledClock;
import plumbline.simulator.SimulateCommand;
import plumbline.simulator.mqtt.DeviceLink;
import plumbline.simulator.mqtt.FleetPublisher;
import plumbline.simulator.play.Fleet;
import plumbline.simulator.play.FleetListener;
import plumbline.simulator.play.FleetTotals;
import plumbline.simulator.roster.PlayPlan;
import plumbline.simulator.roster.UploadFormat;
import plumbline.simulator.wearer.Spell;
import plumbline.standalone.embedded.EmbeddedMqtt;

class SimulatorIT {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final DeviceId FIRST = new DeviceId("sim-0001");
    private static final DeviceConnection ONLINE =
            new DeviceConnection(1, DeviceConnection.State.ONLINE, 1L, 50, "test");

    @TempDir
    private Path folder;

    private EmbeddedMqtt broker;
    private Overheard pipeline;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> reminded = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() {
        broker = EmbeddedMqtt.start(0, folder.resolve("broker"));
        pipeline = new Overheard(broker.endpoint());
    }

    @AfterEach
    void stop() {
        pipeline.close();
        broker.close();
    }

    @Test
    void aFleetSendsItsBacklogThenLiveReadingsAndAnswersReminders() {
        Fleet fleet = fleet(12, 10);
        try (fleet) {
            fleet.start();
            await().atMost(WITHIN).until(() -> liveDevices() == 12);
            for (int i = 0; i < 20; i++) {
                pipeline.remind(reminder("r" + i));
            }
            pipeline.remind(reminder("r0"));
            await().atMost(WITHIN)
                    .until(() -> !pipeline.of(DeviceTopicKind.ANSWERS).isEmpty());
            await().atMost(WITHIN).until(() -> fleet.totals().repeated() == 1);
        }

        assertThat(fleet.fault()).isEmpty();
        assertThat(reminded).hasSize(20);
        assertThat(AnswerCodec.encode(answers.element()))
                .isEqualTo(pipeline.of(DeviceTopicKind.ANSWERS).get(0).getPayloadAsBytes());
        assertThat(pipeline.uploads().get(0).upload().historical()).isTrue();
        assertThat(pipeline.uploads().stream().map(Overheard.Heard::typed).distinct())
                .hasSize(2);
    }

    private long liveDevices() {
        return pipeline.uploads().stream()
                .filter(heard -> !heard.upload().historical())
                .map(Overheard.Heard::device)
                .distinct()
                .count();
    }

    @Test
    void onceItIsClosedEveryReadingHasArrivedOnceAndEveryDeviceHasSaidGoodBye() {
        Fleet fleet = fleet(12, 10);
        fleet.start();
        await().atMost(WITHIN).until(() -> liveDevices() == 12);

        fleet.close(WITHIN);

        FleetTotals totals = fleet.totals();
        assertThat(totals.sent().uploadsAcknowledged()).isEqualTo(totals.sent().uploads());
        await().atMost(WITHIN).until(() -> identities(pipeline.uploads()).size() == totals.readings());
        assertThat(identities(pipeline.uploads()).stream().distinct().count()).isEqualTo(totals.readings());
        await().atMost(WITHIN).until(() -> offline() == 12);
    }

    /** How many devices said last that they are offline; one that lost its connection meanwhile said so before, too. */
    private long offline() {
        Map<String, String> last = new HashMap<>();
        pipeline.of(DeviceTopicKind.STATUS)
                .forEach(publish -> last.put(
                        publish.getTopic().toString(),
                        new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8)));
        return last.values().stream()
                .filter("{\"v\":1,\"state\":\"offline\"}"::equals)
                .count();
    }

    private static List<String> identities(List<Overheard.Heard> uploads) {
        return uploads.stream()
                .flatMap(heard -> java.util.stream.LongStream.range(
                                0, heard.upload().size())
                        .mapToObj(i -> heard.device() + "/" + heard.upload().boot() + "/"
                                + (heard.upload().seq() + i)))
                .toList();
    }

    @Test
    void threeHundredDevicesConnect() {
        Fleet fleet = fleet(300, 10);
        try (fleet) {
            long begin = System.nanoTime();
            fleet.start();
            System.err.println("300 devices connected in " + Duration.ofNanos(System.nanoTime() - begin));
            await().atMost(WITHIN).until(() -> liveDevices() == 300);
        }
    }

    @Test
    void readingsSurviveARestartOfTheBroker() {
        Fleet fleet = fleet(3, 10);
        try (fleet) {
            fleet.start();
            await().atMost(WITHIN).until(() -> liveDevices() == 3);
            int port = broker.endpoint().port();
            broker.close();
            broker = EmbeddedMqtt.start(port, folder.resolve("broker"));
            long before = fleet.totals().sent().uploadsAcknowledged();
            await().atMost(WITHIN).until(() -> fleet.totals().sent().uploadsAcknowledged() > before + 20);
            pipeline.remind(reminder("after"));
            await().atMost(WITHIN).until(() -> reminded.contains("after"));
            fleet.close(WITHIN);
        }

        int readings = (int) fleet.totals().readings();
        await().atMost(WITHIN)
                .until(() -> identities(pipeline.uploads()).stream().distinct().count() == readings);
    }

    @Test
    void aReminderWaitsForADeviceThatVanished() {
        Queue<byte[]> received = new ConcurrentLinkedQueue<>();
        try (FleetPublisher publisher = new FleetPublisher(broker.endpoint())) {
            DeviceLink link = publisher.link(FIRST, (kind, payload) -> received.add(payload));
            publisher.awaitConnected(List.of(link.connect(ONLINE)));
            link.drop().join();
            await().atMost(WITHIN).until(() -> offline() == 1);
            pipeline.remind(reminder("while away"));

            link.connect(ONLINE).join();

            await().atMost(WITHIN).until(() -> received.size() == 1);
            link.drop().join();
            link.connect(ONLINE).join();
            pipeline.remind(reminder("again"));
            await().atMost(WITHIN).until(() -> received.size() == 2);
        }
    }

    @Test
    void aReplaySendsEveryRowOnce() throws Exception {
        StringBuilder rows = new StringBuilder("device,time_ms,neck_deg,shoulder_deg,activity\n");
        for (int i = 0; i < 600; i++) {
            rows.append(i % 2 == 0 ? "a," : "b,").append(i * 500).append(",25,,sitting\n");
        }
        Path file = Files.writeString(folder.resolve("readings.csv"), rows);
        StringWriter out = new StringWriter();

        int exit = new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        "replay",
                        "--file",
                        file.toString(),
                        "--speed",
                        "100",
                        "--mqtt",
                        broker.endpoint().address());

        assertThat(exit).isZero();
        assertThat(out.toString().lines()).containsExactly("rows         600", "uploads      60", "acknowledged 60");
        await().atMost(WITHIN).until(() -> identities(pipeline.uploads()).size() == 600);
        assertThat(identities(pipeline.uploads())).doesNotHaveDuplicates();
    }

    @Test
    void aPlaySumsUpAndWritesTheTruth() throws Exception {
        Path truth = folder.resolve("truth.jsonl");
        StringWriter out = new StringWriter();

        int exit = new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        "play",
                        "--devices",
                        "3",
                        "--for",
                        "2s",
                        "--speed",
                        "10",
                        "--truth",
                        truth.toString(),
                        "--mqtt",
                        broker.endpoint().address());

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("devices           3").contains("acknowledged");
        assertThat(Files.readAllLines(truth))
                .anyMatch(line -> line.startsWith("{\"device\":\"sim-0001\",\"issue\":\"forward_neck\",\"start\":"))
                .allMatch(line -> line.contains("\"cause\":") && line.contains("\"end\":"));
    }

    private Fleet fleet(int devices, double speed) {
        Clock clock = new ScaledClock(Clock.systemUTC(), speed, Instant.now());
        PlayPlan plan = new PlayPlan(devices, 42, Duration.ofMinutes(10), UploadFormat.MIXED);
        return new Fleet(broker.endpoint(), plan, clock, new FleetListener() {
            @Override
            public void reminded(DeviceId device, Reminder reminder) {
                reminded.add(reminder.id());
            }

            @Override
            public void answered(DeviceId device, Answer answer) {
                answers.add(answer);
            }

            @Override
            public void ended(DeviceId device, Spell spell) {}
        });
    }

    private static Reminder reminder(String id) {
        return new Reminder(
                id,
                FIRST,
                PostureIssue.FORWARD_NECK,
                List.of(PostureIssue.FORWARD_NECK),
                1,
                null,
                Instant.now(),
                Instant.now().plusSeconds(600),
                "title",
                "text",
                Haptic.SHORT,
                null,
                null);
    }
}
