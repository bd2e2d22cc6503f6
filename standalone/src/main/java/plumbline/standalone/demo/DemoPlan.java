package plumbline.standalone.demo;

import java.time.Duration;
import java.util.Optional;
import plumbline.streams.settings.RuleSettings;

/**
 * What a demo does.
 *
 * @param devices simulated wearers; 0 leaves the pipeline to other devices
 * @param length nothing to go on until stopped
 * @param mqttPort 0 takes a free one, here and for Kafka
 */
public record DemoPlan(
        int devices,
        double speed,
        Optional<Duration> length,
        long seed,
        int mqttPort,
        int kafkaPort,
        RuleSettings rules) {}
