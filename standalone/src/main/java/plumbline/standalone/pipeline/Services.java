package plumbline.standalone.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import plumbline.alerts.AlertsService;
import plumbline.alerts.AlertsSettings;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.mqtt.MqttEndpoint;
import plumbline.contract.operator.Service;
import plumbline.contract.operator.ServiceException;
import plumbline.ingest.IngestService;
import plumbline.ingest.IngestSettings;
import plumbline.streams.StreamsService;
import plumbline.streams.StreamsSettings;
import plumbline.streams.settings.RuleSettings;

/** The three services of the pipeline in this program. */
public final class Services implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = 20_000_000;

    private final Path state;
    private final List<Service> services;

    private Services(Path state, List<Service> services) {
        this.state = state;
        this.services = services;
    }

    /** Starts all three and returns once each does its work. */
    public static Services start(
            MqttEndpoint mqtt, KafkaEndpoint kafka, RuleSettings rules, Clock clock, MeterRegistry registry) {
        Path state = temporary();
        Services services = new Services(
                state,
                List.of(
                        new IngestService(
                                mqtt,
                                kafka,
                                IngestSettings.alone(kafka.prefix().name(IngestService.DEFAULT_CLIENT_ID)),
                                clock,
                                registry),
                        new StreamsService(
                                kafka,
                                new StreamsSettings(rules, state, 1, StreamsSettings.DEFAULT_STANDBYS, true),
                                clock,
                                registry),
                        new AlertsService(mqtt, kafka, new AlertsSettings(null, false), clock, registry)));
        try {
            Together.run(services.services.stream()
                    .map(service -> (Runnable) service::start)
                    .toList());
            services.awaitReady();
            return services;
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("plumbline-streams");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory can be made for the streams' state", e);
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        for (Service service : services) {
            while (!service.isReady()) {
                service.fault().ifPresent(fault -> {
                    throw new ServiceException(service.name() + " gives up: " + fault);
                });
                if (System.nanoTime() > end) {
                    throw new ServiceException(
                            service.name() + " is not ready after " + READY_WITHIN.toSeconds() + " s");
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    @Override
    public void close() {
        Together.run(services.stream().map(service -> (Runnable) service::close).toList());
        try (Stream<Path> files = Files.walk(state)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("can't remove " + state, e);
        }
    }
}
