package plumbline.simulator.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.Profile;

class ProfilesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 21, 22, 23})
    void itIsBetweenTenAndElevenWhereTheWearersLive(int hour) {
        Instant instant = Instant.parse("2026-01-05T00:30:00Z").plus(Duration.ofHours(hour));

        assertThat(instant.atZone(ZoneId.of(Profiles.zone(instant))).getHour()).isEqualTo(10);
    }

    @Test
    void everyDeviceHasAProfile() {
        PlayPlan plan = new PlayPlan(3, 1, Duration.ZERO, UploadFormat.MIXED);

        Map<DeviceId, Profile> profiles = Profiles.of(plan, Instant.parse("2026-01-05T08:00:00Z"));

        assertThat(profiles).hasSize(3);
        assertThat(profiles.get(new DeviceId("sim-0002")).zone()).isEqualTo("Etc/GMT-2");
    }
}
