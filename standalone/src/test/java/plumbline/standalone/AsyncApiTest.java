package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.codec.AnswerCodec;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.DeviceConnection;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.DeviceTopicKind;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.SittingSource;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.device.Upload;
import plumbline.contract.device.WarningSign;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.DeadLetter;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Delivery;
import plumbline.contract.event.DeviceStatus;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.Exercise;
import plumbline.contract.event.Haptic;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.PostureClass;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Profile;
import plumbline.contract.event.RejectReason;
import plumbline.contract.event.Reminder;
import plumbline.contract.event.Withdrawal;

/** {@code docs/asyncapi.yaml} says what the code does: topics, keys, fields, words. */
class AsyncApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GOLDEN = Path.of("../contract/src/test/resources/golden");
    private static final AsyncApi API = AsyncApi.read();

    /** The schema of each group of golden files, by how their names begin. */
    private static final Map<String, String> GOLDEN_SCHEMAS = Map.of(
            "connection", "DeviceConnection",
            "day", "DaySummary",
            "decision", "Decision",
            "delivery", "Delivery",
            "episode", "Episode",
            "profile", "Profile",
            "reminder", "Reminder",
            "status", "DeviceStatus",
            "stored", "StoredWatermark",
            "withdrawal", "Withdrawal");

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(API.deadReferences()).isEmpty();
    }

    /** A comma in an unquoted description makes a field of what follows. */
    @Test
    void noFieldIsASentence() {
        assertThat(API.fieldNames()).noneMatch(name -> name.contains(" "));
    }

    @Test
    void theMqttChannelsAreTheTopicsOfADevice() {
        assertThat(API.channels("mqtt"))
                .extracting(channel -> channel.path("address").asText())
                .containsExactlyInAnyOrderElementsOf(Stream.of(DeviceTopicKind.values())
                        .map(kind -> kind.filter().replace("+", "{device}"))
                        .toList());
    }

    @Test
    void theKafkaChannelsAreTheTopicsOfThePipeline() {
        assertThat(API.channels("kafka"))
                .extracting(channel -> channel.path("address").asText())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(KafkaTopic.values()).map(KafkaTopic::baseName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void aKafkaChannelHasItsTopicsKeyFormatCleanupAndRetention(KafkaTopic topic) {
        JsonNode channel = API.channels("kafka").stream()
                .filter(each -> each.path("address").asText().equals(topic.baseName()))
                .findFirst()
                .orElseThrow();
        JsonNode message = API.message(channel);
        assertThat(message.at("/bindings/kafka/key/$ref").asText()).endsWith("/" + keySchema(topic.key()));
        assertThat(message.path("contentType").asText()).isEqualTo(contentType(topic.format()));
        JsonNode settings = channel.at("/bindings/kafka/topicConfiguration");
        assertThat(AsyncApi.texts(settings.path("cleanup.policy")))
                .containsExactlyInAnyOrder(topic.cleanup().policy().split(","));
        assertThat(Optional.ofNullable(settings.get("retention.ms")).map(JsonNode::asLong))
                .isEqualTo(topic.retention().map(Duration::toMillis));
    }

    private static String keySchema(KafkaTopic.Key key) {
        return switch (key) {
            case DEVICE -> "DeviceId";
            case EPISODE -> "EpisodeId";
            case DELIVERY -> "DeliveryKey";
            case DAY -> "DayKey";
        };
    }

    private static String contentType(KafkaTopic.Format format) {
        return switch (format) {
            case PROTOBUF -> "application/x-protobuf";
            case JSON -> "application/json";
            case RAW -> "application/octet-stream";
        };
    }

    static Stream<Class<? extends Record>> records() {
        return Stream.of(
                DaySummary.class,
                DaySummary.Finished.class,
                DaySummary.Measured.class,
                DaySummary.OfIssue.class,
                DaySummary.Told.class,
                Decision.class,
                Delivery.class,
                DeviceConnection.class,
                DeviceStatus.class,
                DeviceStatus.IssueStatus.class,
                Episode.class,
                Exercise.class,
                Profile.class,
                Profile.Vacation.class,
                Reminder.class,
                Withdrawal.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void aSchemaHasTheFieldsOfItsRecord(Class<? extends Record> type) {
        assertThat(API.properties(AsyncApi.schemaName(type))).isEqualTo(components(type, component -> true));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aSchemaRequiresWhatIsNeverNull(Class<? extends Record> type) {
        Set<String> present =
                components(type, component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        if (type == Profile.class) {
            present.remove("floor"); // read as false where it is left out, as others write profiles
        }
        assertThat(API.required(AsyncApi.schemaName(type))).isEqualTo(present);
    }

    private static Set<String> components(Class<? extends Record> type, Predicate<RecordComponent> wanted) {
        return Arrays.stream(type.getRecordComponents())
                .filter(wanted)
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aFieldThatHoldsAWordRefersToItsWords(Class<? extends Record> type) {
        JsonNode properties = API.schema(AsyncApi.schemaName(type)).path("properties");
        assertThat(Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getType().isEnum()))
                .allSatisfy(component -> assertThat(properties
                                .at("/" + component.getName() + "/$ref")
                                .asText())
                        .isEqualTo("#/components/schemas/" + AsyncApi.schemaName(component.getType())));
    }

    static Stream<Class<? extends Enum<?>>> enums() {
        return Stream.of(
                Activity.class,
                AnswerWord.class,
                CloseReason.class,
                Decision.Outcome.class,
                Delivery.State.class,
                DeviceConnection.State.class,
                EpisodeState.class,
                Exercise.Place.class,
                FinishedKind.class,
                Haptic.class,
                Mount.class,
                PostureClass.class,
                PostureIssue.class,
                RejectReason.class,
                SittingSource.class,
                WarningSign.class);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void aWordListHasTheWordsThatAreWritten(Class<? extends Enum<?>> type) throws IOException {
        assertThat(API.words(AsyncApi.schemaName(type)))
                .isEqualTo(AsyncApi.texts(JSON.readTree(EventJson.encode(type.getEnumConstants()))));
    }

    @Test
    void everyGoldenFileIsValid() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(file -> {
                String group = file.getFileName().toString().split("[.-]")[0];
                assertThat(API.faults(GOLDEN_SCHEMAS.getOrDefault(group, group), JSON.readTree(file.toFile())))
                        .isEmpty();
            });
        }
    }

    @Test
    void anEpisodeWithoutItsStateIsNotValid() throws IOException {
        JsonNode episode = JSON.readTree("{\"id\":\"d-1/forward_neck/1\",\"device\":\"d 1\"}");
        assertThat(API.faults("Episode", episode))
                .anyMatch(fault -> fault.contains("state"))
                .anyMatch(fault -> fault.contains("pattern"));
    }

    @Test
    void anUploadHasNoFieldBeyondItsSchema() throws IOException {
        Upload upload = new Upload(
                7,
                18_200,
                SamplingTimes.at(1_760_000_000_000L, 1_000, 0, 900),
                AngleColumn.ofDegrees(12.1, Double.NaN),
                AngleColumn.ofDegrees(3, 3.2),
                List.of(Activity.SITTING, Activity.OFF_BODY),
                1_760_000_065_000L,
                Mount.C7,
                new Calibration("c9", 120, 15),
                List.of(new SittingSpan(1_760_000_000_000L, 1_760_000_060_000L, SittingSource.CHAIR)),
                78,
                "1.4.2",
                true,
                18_000);
        JsonNode written = JSON.readTree(new UploadCodec().encodeJson(upload));
        assertThat(API.faults("Upload", written)).isEmpty();
        assertThat(fields(written)).contains("v", "offsets", "historical").isSubsetOf(API.properties("Upload"));
    }

    static Stream<Arguments> answers() {
        Instant at = Instant.parse("2026-01-01T10:00:00Z");
        return Stream.of(
                Arguments.of(new Answer.ToReminder(at, "d-1/forward_neck/1/1", AnswerWord.SNOOZE, 30)),
                Arguments.of(new Answer.PainCheckIn(at, 15, true, Set.of(WarningSign.BOWEL_BLADDER))),
                Arguments.of(new Answer.Finished(at, FinishedKind.STRETCH, "neck-roll", 12)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerHasNoFieldBeyondItsSchema(Answer answer) throws IOException {
        JsonNode written = JSON.readTree(AnswerCodec.encode(answer));
        assertThat(API.faults("Answer", written)).isEmpty();
        assertThat(fields(written)).isSubsetOf(API.properties("Answer"));
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void aDeadLettersHeadersAreThoseOfItsSchema() {
        DeadLetter letter = new DeadLetter(
                new DeviceId("d-1").value(),
                RejectReason.EMPTY,
                "the payload is empty",
                "posture/v1/d-1/up/readings",
                Instant.EPOCH);
        assertThat(letter.headers().keySet()).isEqualTo(API.required("DeadLetterHeaders"));
        assertThat(API.faults("DeadLetterHeaders", JSON.valueToTree(letter.headers())))
                .isEmpty();
    }
}
