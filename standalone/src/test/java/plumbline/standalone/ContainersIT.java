package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.TopicPrefix;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.ingest.IngestService;
import plumbline.ingest.IngestSettings;
import plumbline.standalone.kafka.PipelineWatch;
import plumbline.standalone.pipeline.Services;
import plumbline.streams.settings.RuleSettings;

/** The three services on the brokers of the field: Mosquitto and Kafka. */
@EnabledIf(value = "plumbline.standalone.Containers#canStart", disabledReason = Containers.NO_ENGINE)
class ContainersIT {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int EIGHT_MINUTES = 480;
    private static final int UPLOADS = 50;
    private static final List<Integer> SEQS =
            IntStream.range(0, UPLOADS).boxed().toList();

    /** At any hour of the day. */
    private static final RuleSettings NO_QUIET_HOURS = RuleSettings.DEFAULTS.with(Map.of("quiet.to", "22:00"));

    private static final Heard HEARD = new Heard();
    private static Containers containers;
    private static PipelineWatch watch;
    private static Services services;

    @BeforeAll
    static void start() throws IOException {
        containers = Containers.start();
        KafkaEndpoint kafka = containers.kafka(TopicPrefix.NONE);
        int partitions = new TopicProvisioner(kafka).provision();
        watch = PipelineWatch.start(kafka, partitions, HEARD);
        services = Services.start(containers.mqtt(), kafka, NO_QUIET_HOURS, CLOCK, new SimpleMeterRegistry());
    }

    @AfterAll
    static void stop() {
        if (services != null) {
            services.close();
        }
        if (watch != null) {
            watch.close();
        }
        if (containers != null) {
            containers.close();
        }
    }

    @Test
    void anUploadBringsAReminderAndItsAnswerComesBack() {
        try (OrdinaryDevice device = new OrdinaryDevice(containers.mqtt(), "asks")) {
            device.upload(eightMinutesForward());
            String reminder = assertReminded(device);
            awaitDelivery(reminder, Delivery.State.DELIVERED);

            device.answer(
                    "{\"v\":1,\"at\":%d,\"reminder\":\"%s\",\"answer\":\"done\"}".formatted(CLOCK.millis(), reminder));
            await().atMost(WITHIN)
                    .untilAsserted(() -> assertThat(HEARD.answers).anySatisfy(said -> {
                        assertThat(said.device()).hasToString("asks");
                        assertThat(said.answer()).isInstanceOfSatisfying(Answer.ToReminder.class, answer -> {
                            assertThat(answer.reminder()).isEqualTo(reminder);
                            assertThat(answer.answer()).isEqualTo(AnswerWord.DONE);
                        });
                    }));
            awaitDelivery(reminder, Delivery.State.DONE);
        }
    }

    @Test
    void whatCannotBeReadIsKeptWithItsReasonAndTheFlowGoesOn() {
        try (OrdinaryDevice device = new OrdinaryDevice(containers.mqtt(), "stammers")) {
            device.upload("{good morning}");
            device.upload(eightMinutesForward());
            assertReminded(device);
            await().atMost(WITHIN)
                    .untilAsserted(() -> assertThat(HEARD.rejected).anyMatch(why -> why.contains(" not_json: ")));
        }
    }

    @Test
    void afterMosquittosRestartEverythingFlowsAndNothingConfirmedIsMissing() {
        try (OrdinaryDevice device = new OrdinaryDevice(containers.mqtt(), "before")) {
            SEQS.forEach(seq -> device.upload(UploadTexts.forwardNeck(CLOCK.instant(), 1, seq)));
        }
        containers.restartMosquitto();
        try (OrdinaryDevice device = new OrdinaryDevice(containers.mqtt(), "after")) {
            device.upload(eightMinutesForward());
            assertReminded(device);
        }
        await().atMost(WITHIN)
                .untilAsserted(() -> assertThat(HEARD.uploads.stream()
                                .filter(stored -> stored.device().value().equals("before"))
                                .map(stored -> (int) stored.upload().seq()))
                        .containsAll(SEQS));
    }

    @Test
    void whatMosquittoConfirmedWhileTheIngesterWasAwaySurvivesItsRestart() {
        KafkaEndpoint kafka = containers.kafka(new TopicPrefix("away."));
        ingester(kafka).close();
        try (OrdinaryDevice device = new OrdinaryDevice(containers.mqtt(), "patient")) {
            SEQS.forEach(seq -> device.upload(UploadTexts.forwardNeck(CLOCK.instant(), 1, seq)));
        }
        containers.restartMosquitto();
        try (IngestService next = ingester(kafka);
                KafkaReader reader = new KafkaReader(kafka, KafkaTopic.UPLOADS)) {
            await().atMost(WITHIN)
                    .untilAsserted(() -> assertThat(IngestFixture.seqs(reader.atLeast(UPLOADS), "patient"))
                            .containsExactlyInAnyOrderElementsOf(SEQS));
            assertThat(next.isReady()).isTrue();
        }
    }

    private static String eightMinutesForward() {
        return UploadTexts.forwardNeck(CLOCK.instant(), EIGHT_MINUTES, 0);
    }

    private static String assertReminded(OrdinaryDevice device) {
        await().atMost(WITHIN).untilAsserted(() -> assertThat(device.reminders).hasSize(1));
        Decoded<Reminder> decoded = EventJson.decode(device.reminders.get(0), Reminder.class);
        Reminder reminder = ((Decoded.Accepted<Reminder>) decoded).value();
        assertThat(reminder.text()).isEqualTo("forward neck for 8 min: neck roll");
        return reminder.id();
    }

    private static void awaitDelivery(String reminder, Delivery.State state) {
        await().atMost(WITHIN)
                .untilAsserted(() -> assertThat(HEARD.deliveries).anySatisfy(delivery -> {
                    assertThat(delivery.reminder()).isEqualTo(reminder);
                    assertThat(delivery.channel()).isEqualTo("device");
                    assertThat(delivery.state()).isEqualTo(state);
                }));
    }

    private static IngestService ingester(KafkaEndpoint kafka) {
        String id = kafka.prefix().name(IngestService.DEFAULT_CLIENT_ID);
        IngestService service =
                new IngestService(containers.mqtt(), kafka, IngestSettings.alone(id), CLOCK, new SimpleMeterRegistry());
        service.start();
        await().atMost(WITHIN).until(service::isReady);
        return service;
    }
}
