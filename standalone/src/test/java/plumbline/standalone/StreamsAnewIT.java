package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Episode;
import plumbline.contract.event.KafkaTopic;
import plumbline.standalone.embedded.EmbeddedKafka;
import plumbline.streams.StreamsService;
import plumbline.streams.StreamsSettings;
import plumbline.streams.settings.RuleSettings;

/** A streams application that could not use its local state, and has begun anew with that of Kafka. */
class StreamsAnewIT {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final int SECONDS = 70;
    private static final String NONSENSE = "nonsense";

    private final Instant begin = Instant.now().minusSeconds(1_000).truncatedTo(ChronoUnit.MILLIS);
    private final AtomicReference<Instant> now = new AtomicReference<>(begin);
    private final UploadCodec codec = new UploadCodec();

    @TempDir
    private Path state;

    @Test
    void whatNoUploadBringsAboutGoesOn() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(0);
                PipelineTopics topics = new PipelineTopics(broker);
                KafkaReader episodes = new KafkaReader(topics.kafka(), KafkaTopic.EPISODES)) {
            DeviceId device = topics.devicesIn(0, 1).get(0);
            try (StreamsService service = service(topics)) {
                awaitReady(service);
                send(topics, device, begin, 1_000);
                // It waits for those before it.
                now.set(begin.plus(Duration.ofMinutes(1)));
                assertThat(last(episodes, 1).closeReason()).isNull();
            }
            spoil();

            try (StreamsService service = service(topics)) {
                awaitReady(service);
                // It writes new ones and removes old ones meanwhile.
                await().atMost(WITHIN)
                        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                        .untilAsserted(() -> assertThat(files())
                                .isNotEmpty()
                                .noneMatch(file -> content(file).equals(NONSENSE)));

                now.set(begin.plus(Duration.ofMinutes(10)));
                assertThat(last(episodes, 2).closeReason()).isEqualTo(CloseReason.GAP);

                // It is told, and the one that came before it so told again.
                Instant before = begin.minus(Duration.ofHours(1));
                send(topics, device, before, 1);
                now.set(begin.plus(Duration.ofMinutes(12)));
                assertThat(told(episodes, 4)).extracting(Episode::start).contains(before.minusSeconds(SECONDS));
            }
        }
    }

    private StreamsService service(PipelineTopics topics) {
        StreamsSettings settings = new StreamsSettings(RuleSettings.DEFAULTS, state, 1, 0, true);
        return new StreamsService(topics.kafka(), settings, now::get, new SimpleMeterRegistry());
    }

    private static void awaitReady(StreamsService service) {
        service.start();
        await().atMost(WITHIN).until(service::isReady);
    }

    /** The neck was held forward up to {@code until}; it arrives when it is now. */
    private void send(PipelineTopics topics, DeviceId device, Instant until, long seq) {
        byte[] json = UploadTexts.forwardNeck(until, SECONDS, seq).getBytes(StandardCharsets.UTF_8);
        Upload upload = ((Decoded.Accepted<Upload>) codec.decode(device, json, IngestFixture.JSON)).value();
        long arrivalMillis = now.get().toEpochMilli();
        topics.write(List.of(topics.upload(device, device.value(), codec.encodeBinary(upload), arrivalMillis)));
    }

    private static Episode last(KafkaReader episodes, int count) {
        return told(episodes, count).get(count - 1);
    }

    private static List<Episode> told(KafkaReader episodes, int count) {
        List<ConsumerRecord<String, byte[]>> records = episodes.atLeast(count);
        assertThat(records).hasSizeGreaterThanOrEqualTo(count);
        return records.stream()
                .map(record -> EventJson.decode(record.value(), Episode.class))
                .map(decoded -> ((Decoded.Accepted<Episode>) decoded).value())
                .toList();
    }

    private void spoil() throws IOException {
        List<Path> files = files();
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Files.writeString(file, NONSENSE);
        }
    }

    /** Those that RocksDB begins with. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(file -> file.endsWith("CURRENT")).toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
