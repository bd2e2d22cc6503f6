package plumbline.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.Activity;
import plumbline.contract.device.DeviceConnection;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.device.StoredWatermark;

/** What stands in Kafka, byte for byte. {@code -Dgolden.update=true} writes the files anew. */
class EventGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final DeviceId DEVICE = new DeviceId("d-1");
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");
    private static final String EPISODE = "d-1/forward_neck/1767261600000";
    private static final String REMINDER = EPISODE + "/1";

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of("episode-candidate", candidate()),
                Arguments.of("episode-closed", closed()),
                Arguments.of("reminder", reminder()),
                Arguments.of("reminder-advice", advice()),
                Arguments.of("decision-raised", decision(Decision.Outcome.RAISED, null)),
                Arguments.of("decision-held-back", decision(Decision.Outcome.HELD_BACK, START.plusSeconds(900))),
                Arguments.of("withdrawal", new Withdrawal(REMINDER, DEVICE, START, CloseReason.GOOD_POSTURE)),
                Arguments.of("decision-corrected", decision(Decision.Outcome.CORRECTED, null)),
                Arguments.of("decision-pain", painDecision()),
                Arguments.of("delivery-withdrawn", delivery(Delivery.State.WITHDRAWN, null)),
                Arguments.of("delivery-sent", delivery(Delivery.State.SENT, null)),
                Arguments.of("delivery-failed", delivery(Delivery.State.FAILED, "status 500")),
                Arguments.of("status", status()),
                Arguments.of("status-off-body", offBody()),
                Arguments.of("day", day()),
                Arguments.of("day-told-only", toldOnly()),
                Arguments.of("profile", profile()),
                Arguments.of("profile-default", Profile.DEFAULT),
                Arguments.of("connection", connection()),
                Arguments.of("stored", StoredWatermark.of(7, 18_259)));
    }

    private static Episode candidate() {
        return new Episode(
                EPISODE,
                DEVICE,
                PostureIssue.FORWARD_NECK,
                EpisodeState.CANDIDATE,
                START,
                START.plusSeconds(10),
                10,
                0,
                21.5,
                22.0,
                23.1,
                0,
                0,
                1,
                0,
                null,
                1);
    }

    private static Episode closed() {
        return new Episode(
                "d-1/prolonged_sitting/1767261600000",
                DEVICE,
                PostureIssue.PROLONGED_SITTING,
                EpisodeState.CLOSED,
                START,
                START.plusMillis(3_600_500),
                3_500.5,
                120,
                null,
                null,
                null,
                0,
                2,
                0.97,
                2,
                CloseReason.GOOD_POSTURE,
                5);
    }

    private static Reminder reminder() {
        Exercise exercise = new Exercise(
                "neck-roll",
                "Neck roll",
                Exercise.Place.DESK,
                30,
                5,
                List.of("Chin to chest.", "Roll to each side."),
                "Stop if it hurts.",
                "Loosens the neck.");
        return new Reminder(
                REMINDER,
                DEVICE,
                PostureIssue.FORWARD_NECK,
                List.of(PostureIssue.FORWARD_NECK, PostureIssue.PROLONGED_SITTING),
                1,
                EPISODE,
                START.plusSeconds(420),
                START.plusSeconds(1_020),
                "Forward neck for 7 min",
                "Lift your head.",
                Haptic.SHORT,
                exercise,
                null);
    }

    private static Reminder advice() {
        return new Reminder(
                "d-1/pain/1767261600000",
                DEVICE,
                null,
                List.of(),
                0,
                null,
                START,
                START.plusSeconds(86_400),
                "Please see a doctor",
                "Pain with fever needs a look.",
                Haptic.DOUBLE,
                null,
                "See a doctor today.");
    }

    private static Decision decision(Decision.Outcome outcome, Instant until) {
        return new Decision(
                DEVICE, PostureIssue.FORWARD_NECK, EPISODE, REMINDER, START, outcome, "cooldown.same", until, "Why.");
    }

    private static Decision painDecision() {
        return new Decision(
                DEVICE,
                null,
                null,
                "d-1/pain/1767261600000",
                START,
                Decision.Outcome.RAISED,
                "pain",
                null,
                "See a doctor today.");
    }

    private static Delivery delivery(Delivery.State state, String error) {
        return new Delivery(REMINDER, DEVICE, "device", state, START, 1, error);
    }

    private static DeviceStatus status() {
        return new DeviceStatus(
                DEVICE,
                START,
                START.plusSeconds(2),
                true,
                Activity.SITTING,
                12.5,
                -3.0,
                Map.of(
                        PostureIssue.ROUNDED_SHOULDERS, new DeviceStatus.IssueStatus(PostureClass.GOOD, START),
                        PostureIssue.FORWARD_NECK, new DeviceStatus.IssueStatus(PostureClass.BAD, START)),
                true,
                78);
    }

    private static DeviceStatus offBody() {
        return new DeviceStatus(DEVICE, START, START, false, Activity.OFF_BODY, null, null, Map.of(), false, null);
    }

    private static DaySummary day() {
        return new DaySummary(
                DEVICE,
                LocalDate.parse("2026-01-01"),
                "Europe/Berlin",
                Instant.parse("2025-12-31T23:00:00Z"),
                Instant.parse("2026-01-01T23:00:00Z"),
                true,
                new DaySummary.Measured(
                        START,
                        START.plusMillis(28_800_500),
                        27_000.5,
                        1_200,
                        0.94,
                        Map.of(
                                PostureIssue.FORWARD_NECK, new DaySummary.OfIssue(5_400.5, 7, 1_260, 1_500),
                                PostureIssue.PROLONGED_SITTING, new DaySummary.OfIssue(19_800, 6, 5_400, 3_600))),
                new DaySummary.Told(
                        Map.of(Decision.Outcome.RAISED, 4, Decision.Outcome.HELD_BACK, 3),
                        Map.of("cooldown_any", 2, "lunch", 1),
                        Map.of(
                                FinishedKind.STRETCH, new DaySummary.Finished(3, 4),
                                FinishedKind.NMES, new DaySummary.Finished(1, 20))),
                17);
    }

    private static DaySummary toldOnly() {
        return new DaySummary(
                DEVICE,
                LocalDate.parse("2026-01-02"),
                "Europe/Berlin",
                Instant.parse("2026-01-01T23:00:00Z"),
                Instant.parse("2026-01-02T23:00:00Z"),
                false,
                new DaySummary.Measured(null, null, 0, 0, 0, Map.of()),
                new DaySummary.Told(Map.of(), Map.of(), Map.of(FinishedKind.SWIM, new DaySummary.Finished(1, 45))),
                1);
    }

    private static Profile profile() {
        return new Profile(
                1,
                "Europe/Berlin",
                Map.of("forward-neck.long", "5m", "cooldown.same", "20m"),
                List.of("neck-roll"),
                true,
                START.plusSeconds(3_600),
                new Profile.Vacation(LocalDate.parse("2026-08-01"), LocalDate.parse("2026-08-02")));
    }

    private static DeviceConnection connection() {
        return new DeviceConnection(1, DeviceConnection.State.ONLINE, 7L, 78, "1.4.2");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void anEventIsWrittenAsItsGoldenFileAndReadFromIt(String name, Object event) throws IOException {
        Path file = GOLDEN.resolve(name + ".json");
        String json = new String(EventJson.encode(event), StandardCharsets.UTF_8) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, json);
        }
        assertThat(json).isEqualTo(Files.readString(file));
        assertThat(EventJson.decode(Files.readAllBytes(file), event.getClass())).isEqualTo(Decoded.accept(event));
    }

    @Test
    void aDeadLetterSaysInItsHeadersWhyAndWhence() {
        DeadLetter letter = new DeadLetter(
                "d-1", RejectReason.NON_FINITE, "neck[1] is not a finite number", "posture/v1/d-1/up/readings", START);
        assertThat(letter.headers())
                .containsExactly(
                        Map.entry("reason", "non_finite"),
                        Map.entry("detail", "neck[1] is not a finite number"),
                        Map.entry("source-topic", "posture/v1/d-1/up/readings"),
                        Map.entry("time", "2026-01-01T10:00:00Z"));
    }

    @Test
    void unknownFieldsAreIgnoredAndUnknownWordsAreNot() {
        byte[] more = "{\"v\":1,\"state\":\"offline\",\"later\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(EventJson.decode(more, DeviceConnection.class))
                .isEqualTo(Decoded.accept(new DeviceConnection(1, DeviceConnection.State.OFFLINE, null, null, null)));
        byte[] word = "{\"v\":1,\"state\":\"away\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(EventJson.decode(word, DeviceConnection.class)).isInstanceOf(Decoded.Rejected.class);
    }
}
