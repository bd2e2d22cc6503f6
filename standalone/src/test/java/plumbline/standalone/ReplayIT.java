package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Episode;
import plumbline.contract.event.Profile;
import plumbline.contract.kafka.TopicProvisioner;
import plumbline.contract.operator.ScaledClock;
import plumbline.contract.operator.Service;
import plumbline.contract.recording.RecordedReading;
import plumbline.contract.recording.Recording;
import plumbline.ingest.IngestService;
import plumbline.ingest.IngestSettings;
import plumbline.simulator.replay.Replay;
import plumbline.simulator.roster.UploadFormat;
import plumbline.standalone.kafka.PipelineWatch;
import plumbline.standalone.pipeline.Brokers;
import plumbline.streams.StreamsService;
import plumbline.streams.StreamsSettings;
import plumbline.streams.backtest.Backtest;
import plumbline.streams.settings.RuleSettings;

/** A real recording, replayed through the whole pipeline at high speed, beside the backtest of the same file. */
class ReplayIT {
    private static final Path FILE = Path.of("..", "docs", "recordings", "classyglass", "readings.csv");
    private static final Mount MOUNT = Mount.GLASSES;

    /** The longest recording lasts over 25 hours. */
    private static final double SPEED = 3_000;

    private static final Duration WITHIN = Duration.ofSeconds(90);

    @TempDir
    private static Path state;

    private static Recording recording;
    private static Heard heard;
    private static List<Episode> expected;

    /** Told through the topics: which reading of a device has which identity. */
    private record Identity(long boot, long seq) {}

    @BeforeAll
    static void replay() throws Exception {
        recording = Recording.read(FILE);
        heard = new Heard();
        expected = backtest();
        try (Brokers brokers = Brokers.start(0, 0)) {
            int partitions = new TopicProvisioner(brokers.kafka()).provision();
            Instant now = Clock.systemUTC().instant();
            Clock clock = new ScaledClock(Clock.systemUTC(), SPEED, now);
            PipelineWatch watch = PipelineWatch.start(brokers.kafka(), partitions, heard);
            try (watch) {
                replay(brokers, clock);
            }
        }
    }

    /**
     * Streams' own clock stands still until all is sent: at this speed a tenth of a second would pass for a silence of five
     * minutes. Then an hour of silence ends the episodes that are open.
     */
    private static void replay(Brokers brokers, Clock clock) {
        MeterRegistry registry = new SimpleMeterRegistry();
        AtomicReference<Instant> time = new AtomicReference<>(Instant.EPOCH);
        StreamsSettings settings =
                new StreamsSettings(RuleSettings.DEFAULTS, state, 1, StreamsSettings.DEFAULT_STANDBYS, true);
        try (Service ingest = new IngestService(
                        brokers.mqtt(), brokers.kafka(), IngestSettings.alone("replay-ingest"), clock, registry);
                Service streams = new StreamsService(brokers.kafka(), settings, time::get, registry)) {
            ingest.start();
            streams.start();
            await().atMost(WITHIN).until(() -> ingest.isReady() && streams.isReady());
            send(brokers, clock);
            await().atMost(WITHIN).until(() -> distinct() == recording.size());
            time.set(clock.instant().plus(Duration.ofHours(1)));
            await().atMost(WITHIN).until(() -> heard.episodes.size() >= expected.size());
        }
    }

    private static void send(Brokers brokers, Clock clock) {
        try (Replay replay = new Replay(brokers.mqtt(), recording, MOUNT, UploadFormat.MIXED, clock)) {
            replay.connect();
            while (replay.advance()) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(replay.flush()).isTrue();
        }
    }

    private static List<Episode> backtest() {
        List<Episode> episodes = new ArrayList<>();
        new Backtest(RuleSettings.DEFAULTS, Profile.DEFAULT).run(recording, MOUNT, event -> {
            if (event.value() instanceof Episode episode) {
                episodes.add(episode);
            }
        });
        return episodes;
    }

    @Test
    void everyRowOfEveryWearerIsInKafkaOnceAfterDuplicatesAreDropped() {
        recording.devices().forEach((device, rows) -> {
            Map<Identity, RecordedReading> stored = stored(device);
            assertThat(stored).as("%s", device).hasSameSizeAs(rows);
            long shift = firstMillis(device) - rows.get(0).timeMillis();
            for (int i = 0; i < rows.size(); i++) {
                RecordedReading row = rows.get(i);
                assertThat(stored.get(new Identity(1, i)))
                        .as("%s, row %d", device, i)
                        .isEqualTo(new RecordedReading(
                                device,
                                row.timeMillis() + shift,
                                Math.round(row.neckDegrees() * 10) / 10.0,
                                Double.NaN,
                                row.activity(),
                                ""));
            }
        });
    }

    @Test
    void theEpisodesAreThoseOfTheBacktest() {
        assertThat(expected).isNotEmpty();
        for (DeviceId device : recording.devices().keySet()) {
            long shift =
                    firstMillis(device) - recording.devices().get(device).get(0).timeMillis();
            List<Episode> backtested = expected.stream()
                    .filter(episode -> episode.device().equals(device))
                    .map(episode -> episode.later(shift))
                    .toList();
            List<Episode> published = heard.episodes.stream()
                    .filter(episode -> episode.device().equals(device))
                    .toList();
            assertThat(published).as("%s", device).isEqualTo(backtested);
        }
        assertThat(heard.rejected).isEmpty();
    }

    private static int distinct() {
        return recording.devices().keySet().stream()
                .mapToInt(device -> stored(device).size())
                .sum();
    }

    private static Map<Identity, RecordedReading> stored(DeviceId device) {
        Map<Identity, RecordedReading> readings = new HashMap<>();
        for (Heard.Stored stored : heard.uploads) {
            if (stored.device().equals(device)) {
                Upload upload = stored.upload();
                for (int i = 0; i < upload.size(); i++) {
                    readings.put(new Identity(upload.boot(), upload.seq() + i), reading(device, upload, i));
                }
            }
        }
        return readings;
    }

    private static RecordedReading reading(DeviceId device, Upload upload, int i) {
        return new RecordedReading(
                device,
                upload.times().timeMillis(i),
                upload.neck().decidegrees(i) / 10.0,
                Double.NaN,
                upload.activity(i),
                "");
    }

    private static long firstMillis(DeviceId device) {
        return heard.uploads.stream()
                .filter(stored -> stored.device().equals(device))
                .mapToLong(stored -> stored.upload().times().startMillis())
                .min()
                .orElseThrow();
    }
}
