package plumbline.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.device.Upload;
import plumbline.contract.recording.Recording;
import plumbline.contract.recording.RecordingException;
import plumbline.contract.recording.RecordingUploads;

class ScheduleTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T10:00:00Z");
    private static final long T = BEGIN.toEpochMilli();

    @TempDir
    private Path folder;

    private Recording recording;
    private Schedule schedule;

    @BeforeEach
    void record() throws IOException, RecordingException {
        StringBuilder rows = new StringBuilder("device,time_ms,neck_deg,shoulder_deg,activity,label\n");
        for (int i = 0; i < 25; i++) {
            rows.append("a,").append(5_000 + i * 1_000).append(",20.5,,sitting,x\n");
        }
        rows.append("b,900000,1,2,walking,y\nb,901500,,3,,y\n");
        Path file = Files.writeString(folder.resolve("readings.csv"), rows);
        recording = Recording.read(file);
        schedule = Schedule.of(recording, Mount.GLASSES, BEGIN);
    }

    @Test
    void everyRowIsInExactlyOneUpload() {
        assertThat(schedule.uploads().stream()
                        .mapToInt(due -> due.upload().size())
                        .sum())
                .isEqualTo(recording.size())
                .isEqualTo(27);
    }

    @Test
    void theFirstReadingOfEachDeviceIsNow() {
        assertThat(of("a").get(0).times().startMillis()).isEqualTo(T);
        assertThat(of("b").get(0).times().startMillis()).isEqualTo(T);
        assertThat(of("b").get(0).times().timeMillis(1)).isEqualTo(T + 1_500);
    }

    @Test
    void uploadsAreSentInOrderWhenTheirLastReadingIsTaken() {
        assertThat(schedule.uploads())
                .extracting(due -> due.device().value(), due -> due.upload().sentAtMillis() - T)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("b", 1_500L),
                        org.assertj.core.groups.Tuple.tuple("a", 9_000L),
                        org.assertj.core.groups.Tuple.tuple("a", 19_000L),
                        org.assertj.core.groups.Tuple.tuple("a", 24_000L));
    }

    @Test
    void theUploadsAreThoseEveryReaderOfTheRecordingSees() {
        List<Upload> original = RecordingUploads.cut(recording.devices().get(new DeviceId("a")), Mount.GLASSES);

        assertThat(of("a"))
                .isEqualTo(
                        original.stream().map(upload -> upload.later(T - 5_000)).toList());
    }

    private List<Upload> of(String device) {
        return schedule.uploads().stream()
                .filter(due -> due.device().value().equals(device))
                .map(Schedule.Due::upload)
                .toList();
    }
}
