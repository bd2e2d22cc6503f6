package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.device.Mount;
import plumbline.contract.event.Decision;
import plumbline.contract.event.DeviceStatus;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.Sitter;

/** A sensor that has moved asks for a calibration instead of reminding. */
class RecalibrationTest {
    private final Device device = Device.storedEachTime();
    private final Sitter sitter = new Sitter(device::take).perUpload(1);

    private void walks(double degrees, int seconds) {
        sitter.does(Activity.WALKING, degrees, Double.NaN, seconds);
    }

    private boolean isSuspect() {
        List<DeviceStatus> statuses = device.statuses();
        return statuses.get(statuses.size() - 1).calibrationSuspect();
    }

    @Test
    void theStatusSaysSoAtOnce() {
        walks(35, 180);
        assertThat(isSuspect()).isFalse();

        walks(35, 1);

        assertThat(isSuspect()).isTrue();
        assertThat(device.statuses()).last().extracting(DeviceStatus::at).isEqualTo(Sitter.BEGIN.plusSeconds(180));
    }

    @Test
    void aDueReminderOfTheNeckIsHeldBackWithTheReason() {
        walks(35, 181);
        sitter.bad(900);

        assertThat(device.reminders()).isEmpty();
        assertThat(device.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.rule()).isEqualTo("recalibrate");
            assertThat(decision.text())
                    .isEqualTo("held back: the sensor seems to have moved; please sit upright and calibrate again");
        });
    }

    @Test
    void shouldersAndSittingStillRemind() {
        walks(35, 181);
        sitter.does(Activity.SITTING, 35, 20, 1_801);

        assertThat(device.reminders())
                .flatExtracting(reminder -> reminder.issues())
                .contains(PostureIssue.ROUNDED_SHOULDERS, PostureIssue.PROLONGED_SITTING)
                .doesNotContain(PostureIssue.FORWARD_NECK);
    }

    @Test
    void aNewCalibrationClearsIt() {
        walks(35, 181);
        sitter.calibration("c2", 30, 0).good(1);
        assertThat(isSuspect()).isFalse();

        sitter.neck(55, 421);
        assertThat(device.decisions()).extracting(Decision::rule).containsExactly("first");
    }

    @Test
    void anotherMountClearsIt() {
        walks(35, 181);
        sitter.mount(Mount.OCCIPUT).bad(1);

        assertThat(isSuspect()).isFalse();
    }

    @Test
    void uprightTimeClearsIt() {
        walks(35, 181);
        sitter.good(17);
        assertThat(isSuspect()).isTrue();

        sitter.good(1);
        assertThat(isSuspect()).isFalse();
    }

    @Test
    void anglesThatNoNeckHasCountToo() {
        walks(135, 181);

        assertThat(isSuspect()).isTrue();
    }

    @Test
    void aHoleIsNoDoubt() {
        for (int i = 0; i < 60; i++) {
            walks(35, 2);
            sitter.silent(60);
        }

        assertThat(isSuspect()).isFalse();
    }

    @Test
    void slowReadingsCountForAllTheirTime() {
        sitter.every(60_000);
        walks(35, 4 * 60);

        assertThat(isSuspect()).isTrue();
    }

    @Test
    void withoutActivitiesItCanNotBeTold() {
        sitter.neck(35, 3_600);

        assertThat(isSuspect()).isFalse();
    }

    @Test
    void withoutACalibrationThereIsNothingToDoubt() {
        sitter.uncalibrated();
        walks(35, 600);

        assertThat(isSuspect()).isFalse();
    }

    @Test
    void theNumbersAreSettings() {
        device.settings(Map.of("recalibrate.beyond", "40", "recalibrate.after", "30s"));
        walks(39, 300);
        assertThat(isSuspect()).isFalse();

        walks(40, 30);
        assertThat(isSuspect()).isTrue();
    }
}
