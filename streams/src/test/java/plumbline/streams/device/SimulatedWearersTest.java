package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.device.Activity;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.Upload;
import plumbline.contract.event.DeviceStatus;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.simulator.device.DeviceMessage;
import plumbline.simulator.device.VirtualDevice;
import plumbline.simulator.wearer.Chance;
import plumbline.simulator.wearer.Persona;
import plumbline.simulator.wearer.Personas;
import plumbline.simulator.wearer.Wearer;

/** Working days of the simulator's wearers, with their sensor where it was calibrated and with it turned. */
class SimulatedWearersTest {
    private static final int SEEDS = 6;
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration DAY = Duration.ofHours(8);

    static List<Persona> personas() {
        return Personas.ALL;
    }

    /** What the device took, in order, as if it had always been connected. */
    private static List<Upload> day(Persona persona, long seed) {
        Chance chance = Chance.ofSeed(seed);
        Wearer wearer = new Wearer(chance.fork(), persona, START, null);
        VirtualDevice virtual = new VirtualDevice(Device.ID, wearer, chance.fork(), START, START, DAY.plusDays(1));
        return virtual.advance(START.plus(DAY).toEpochMilli()).stream()
                .filter(DeviceMessage.Readings.class::isInstance)
                .map(message -> ((DeviceMessage.Readings) message).upload())
                .sorted(Comparator.comparingLong(Upload::seq))
                .toList();
    }

    /** The same with a sensor that has turned since it was calibrated. */
    private static Upload turned(Upload upload, double degrees) {
        Calibration calibration = upload.calibration();
        return new Upload(
                upload.boot(),
                upload.seq(),
                upload.times(),
                upload.neck(),
                upload.shoulder(),
                upload.activity(),
                upload.sentAtMillis(),
                upload.mount(),
                new Calibration(
                        calibration.id(),
                        calibration.neckDecidegrees() - (int) Math.round(degrees * 10),
                        calibration.shoulderDecidegrees()),
                upload.sitting(),
                upload.batteryPercent(),
                upload.firmware(),
                upload.historical(),
                upload.oldestSeq());
    }

    private static long walkedSeconds(List<Upload> day) {
        return day.stream()
                .mapToLong(upload -> IntStream.range(0, upload.size())
                        .filter(i -> upload.activity(i) == Activity.WALKING)
                        .count())
                .sum();
    }

    @ParameterizedTest
    @MethodSource("personas")
    void nobodyWhoseSensorStaysInPlaceIsSuspect(Persona persona) {
        long walked = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Upload> day = day(persona, seed);
            Device device = Device.kept();
            day.forEach(device::take);

            assertThat(device.statuses())
                    .as("%s, seed %d", persona.name(), seed)
                    .noneMatch(DeviceStatus::calibrationSuspect);
            walked += walkedSeconds(day);
        }
        assertThat(walked).as("%s walks, seconds", persona.name()).isGreaterThan(180);
    }

    @ParameterizedTest
    @MethodSource("personas")
    void whoWalksThreeMinutesWithItTurnedIsSuspectAndIsNotRemindedOfTheNeckAnyMore(Persona persona) {
        int found = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Upload> day = day(persona, seed).stream()
                    .map(upload -> turned(upload, 30))
                    .toList();
            Device device = Device.kept();
            day.forEach(device::take);
            String run = persona.name() + ", seed " + seed;

            boolean suspect = device.statuses().stream().anyMatch(DeviceStatus::calibrationSuspect);
            assertThat(walkedSeconds(day)).as(run).matches(walked -> suspect ? walked >= 180 : walked < 200);
            if (suspect) {
                found++;
                Instant since = device.statuses().stream()
                        .filter(DeviceStatus::calibrationSuspect)
                        .map(DeviceStatus::at)
                        .findFirst()
                        .orElseThrow();
                assertThat(device.reminders())
                        .as(run)
                        .filteredOn(reminder -> reminder.raisedAt().isAfter(since))
                        .flatExtracting(Reminder::issues)
                        .doesNotContain(PostureIssue.FORWARD_NECK);
            }
        }
        assertThat(found).as(persona.name()).isPositive();
    }
}
