package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.event.DeviceStatus;
import plumbline.contract.event.PostureClass;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.Sitter;

/** A device's status is published on change, else once a minute. */
class StatusBoardTest {
    private final Device device = Device.kept();
    private final Sitter sitter = new Sitter(device::take).perUpload(1);

    private DeviceStatus newest() {
        List<DeviceStatus> all = device.statuses();
        return all.get(all.size() - 1);
    }

    private static Instant after(long seconds) {
        return Sitter.BEGIN.plusSeconds(seconds);
    }

    @Test
    void anUnchangedStatusIsPublishedOnceAMinute() {
        sitter.good(121);

        assertThat(device.statuses()).extracting(DeviceStatus::at).containsExactly(after(0), after(60), after(120));
    }

    @Test
    void aChangeIsPublishedAtOnce() {
        sitter.good(30).bad(10);

        assertThat(device.statuses()).extracting(DeviceStatus::at).containsExactly(after(0), after(30));
        assertThat(newest().issues().get(PostureIssue.FORWARD_NECK))
                .isEqualTo(new DeviceStatus.IssueStatus(PostureClass.BAD, after(30)));
    }

    @Test
    void aPostureStandsSinceItChanged() {
        sitter.good(30).bad(61);

        assertThat(newest().at()).isEqualTo(after(90));
        assertThat(newest().issues().get(PostureIssue.FORWARD_NECK).since()).isEqualTo(after(30));
    }

    @Test
    void whatWasNeverMeasuredIsUnknownSinceTheBeginning() {
        sitter.good(1);

        assertThat(newest().issues().get(PostureIssue.PROLONGED_SITTING))
                .isEqualTo(new DeviceStatus.IssueStatus(PostureClass.UNKNOWN, after(0)));
        assertThat(newest().shoulderDegrees()).isNull();
        assertThat(newest().battery()).isNull();
    }

    @Test
    void offTheBodyItIsNotWornAndShowsNoAngle() {
        sitter.does(Activity.SITTING, 12.5, 3, 1);
        assertThat(newest().worn()).isTrue();
        assertThat(newest().neckDegrees()).isEqualTo(12.5);

        sitter.takesItOff();
        assertThat(newest().worn()).isFalse();
        assertThat(newest().neckDegrees()).isNull();
        assertThat(newest().issues().get(PostureIssue.PROLONGED_SITTING).posture())
                .isEqualTo(PostureClass.UNKNOWN);
    }

    @Test
    void withoutACalibrationThePostureIsUnknown() {
        sitter.uncalibrated().bad(1);

        assertThat(newest().issues().get(PostureIssue.FORWARD_NECK).posture()).isEqualTo(PostureClass.UNKNOWN);
        assertThat(newest().neckDegrees()).isNull();
    }

    @Test
    void lastSeenIsTheArrival() {
        sitter.good(1);

        assertThat(newest().lastSeen()).isEqualTo(Instant.ofEpochMilli(device.arrivalMillis));
    }
}
