package plumbline.streams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.device.DeviceId;
import plumbline.contract.recording.RecordedReading;

class WearTimeTest {
    private static final DeviceId ALMA = new DeviceId("alma");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final List<RecordedReading> readings = new ArrayList<>();

    private void reading(String at, Activity activity) {
        readings.add(new RecordedReading(ALMA, Instant.parse(at).toEpochMilli(), 0, 0, activity, ""));
    }

    @Test
    void aReadingStandsUntilTheNextAndTenSecondsAtMost() {
        reading("2026-03-04T10:00:00Z", Activity.SITTING);
        reading("2026-03-04T10:00:07Z", Activity.SITTING);
        reading("2026-03-04T10:00:30Z", Activity.SITTING);

        assertThat(WearTime.of(readings, BERLIN)).isEqualTo(new WearTime(1, 27_000, 27_000));
    }

    @Test
    void whatIsOffTheBodyIsRecordedAndNotWorn() {
        reading("2026-03-04T10:00:00Z", Activity.OFF_BODY);
        reading("2026-03-04T10:00:04Z", Activity.UNKNOWN);

        assertThat(WearTime.of(readings, BERLIN)).isEqualTo(new WearTime(1, 14_000, 10_000));
    }

    @Test
    void daysAreThoseOfTheWearersClock() {
        reading("2026-03-04T22:59:59Z", Activity.SITTING);
        reading("2026-03-04T23:00:00Z", Activity.SITTING);
        reading("2026-03-07T12:00:00Z", Activity.SITTING);

        assertThat(WearTime.of(readings, BERLIN).days()).isEqualTo(3);
        assertThat(WearTime.of(readings, ZoneId.of("UTC")).days()).isEqualTo(2);
    }
}
