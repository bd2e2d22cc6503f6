package plumbline.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.device.WarningSign;
import plumbline.contract.event.RejectReason;

class AnswerCodecTest {
    private static final Instant AT = Instant.ofEpochMilli(1_760_000_000_000L);

    private static Decoded<Answer> decode(String json) {
        return AnswerCodec.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Answer> answers() {
        return Stream.of(
                new Answer.ToReminder(AT, "r1", AnswerWord.SNOOZE, 30),
                new Answer.ToReminder(AT, "r1", AnswerWord.NOT_NOW, null),
                new Answer.PainCheckIn(AT, 15, true, Set.of(WarningSign.FEVER, WarningSign.BOWEL_BLADDER)),
                new Answer.PainCheckIn(AT, 0, false, Set.of()),
                new Answer.Finished(AT, FinishedKind.STRETCH, "neck-roll", 12),
                new Answer.Finished(AT, FinishedKind.NMES, null, 20));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void whatIsWrittenIsReadAgain(Answer answer) {
        assertThat(AnswerCodec.decode(AnswerCodec.encode(answer))).isEqualTo(Decoded.accept(answer));
    }

    @Test
    void theFormsOfTheContractAreRead() {
        assertThat(decode("{\"v\":1,\"at\":1760000000000,\"reminder\":\"r\",\"answer\":\"not_now\",\"minutes\":30}"))
                .isEqualTo(Decoded.accept(new Answer.ToReminder(AT, "r", AnswerWord.NOT_NOW, 30)));
        assertThat(decode("{\"v\":1,\"at\":1760000000000,\"pain\":{\"days\":15,\"limitsActivity\":true,"
                        + "\"signs\":[\"fever\",\"radiating\"]}}"))
                .isEqualTo(Decoded.accept(
                        new Answer.PainCheckIn(AT, 15, true, Set.of(WarningSign.FEVER, WarningSign.RADIATING))));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"v\":2,\"at\":1,\"reminder\":\"r\",\"answer\":\"done\"}', UNKNOWN_VERSION, v is 2",
        "'{\"at\":1,\"reminder\":\"r\",\"answer\":\"done\"}', UNKNOWN_VERSION, v is null",
        "'{\"v\":1,\"reminder\":\"r\",\"answer\":\"done\"}', BAD_FIELD, at is not",
        "'{\"v\":1,\"at\":-1,\"reminder\":\"r\",\"answer\":\"done\"}', BAD_FIELD, at is not",
        "'{\"v\":1,\"at\":1}', BAD_FIELD, neither",
        "'{\"v\":1,\"at\":1,\"pain\":{\"days\":1,\"signs\":[null]}}', BAD_FIELD, pain.signs holds a null",
        "'{\"v\":1,\"at\":1,\"reminder\":\"\",\"answer\":\"done\"}', BAD_FIELD, neither",
        "'{\"v\":1,\"at\":1,\"reminder\":\"r\",\"answer\":\"maybe\"}', BAD_FIELD, answer",
        "'{\"v\":1,\"at\":1,\"pain\":{\"days\":-1}}', BAD_FIELD, pain.days",
        "'{\"v\":1,\"at\":1,\"finished\":{\"minutes\":1}}', BAD_FIELD, finished.kind",
        "'{\"v\":1,\"at\":1,\"reminder\":\"r\",\"answer\":0}', BAD_FIELD, field answer",
        "'{\"v\":1,\"at\":1,\"reminder\":\"r\",\"answer\":\"2\"}', BAD_FIELD, field answer",
        "'{\"v\":1,\"at\":1,\"reminder\":\"r\",\"answer\":\"snooze\",\"minutes\":1.9}', BAD_FIELD, field minutes",
        "'{\"v\":1,\"at\":1,\"reminder\":\"r\",\"answer\":\"snooze\",\"minutes\":\"30\"}', BAD_FIELD, field minutes",
        "'{\"v\":1,\"at\":1,\"pain\":{\"signs\":[0]}}', BAD_FIELD, field pain.signs[0]",
        "'{\"v\":1', NOT_JSON, not JSON",
        "[1], NOT_JSON, 'not one JSON object at line 1, column 1'",
    })
    void aBadAnswerIsRejectedWithItsPlace(String json, RejectReason reason, String detail) {
        assertThat(decode(json)).isInstanceOfSatisfying(Decoded.Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(reason);
            assertThat(rejected.detail()).contains(detail);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'\"reminder\":\"r\",\"answer\":\"snooze\",\"minutes\":%d', 1, 1440",
        "'\"pain\":{\"days\":%d}', 0, 36500",
        "'\"finished\":{\"kind\":\"walk\",\"minutes\":%d}', 0, 1440",
    })
    void aNumberPassesAtItsBoundsAndNotOneBeyond(String field, int least, int most) {
        String answer = "{\"v\":1,\"at\":1," + field + "}";
        assertThat(decode(answer.formatted(least))).isInstanceOf(Decoded.Accepted.class);
        assertThat(decode(answer.formatted(most))).isInstanceOf(Decoded.Accepted.class);
        assertThat(decode(answer.formatted(least - 1))).isInstanceOf(Decoded.Rejected.class);
        assertThat(decode(answer.formatted(most + 1))).isInstanceOf(Decoded.Rejected.class);
    }

    @Test
    void aReminderIdPassesAtItsLongestAndNotOneBeyond() {
        String answer = "{\"v\":1,\"at\":1,\"answer\":\"done\",\"reminder\":\"%s\"}";
        assertThat(decode(answer.formatted("r".repeat(160)))).isInstanceOf(Decoded.Accepted.class);
        assertThat(decode(answer.formatted("r".repeat(161)))).isInstanceOf(Decoded.Rejected.class);
    }

    @Test
    void fourKibibytesPassAndOneByteMoreDoesNot() {
        byte[] largest = new byte[4_096];
        Arrays.fill(largest, (byte) ' ');
        byte[] answer = AnswerCodec.encode(new Answer.ToReminder(AT, "r", AnswerWord.DONE, null));
        System.arraycopy(answer, 0, largest, 0, answer.length);
        assertThat(AnswerCodec.decode(largest)).isInstanceOf(Decoded.Accepted.class);
        assertThat(AnswerCodec.decode(Arrays.copyOf(largest, 4_097)))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE));
        assertThat(AnswerCodec.decode(new byte[0]))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.EMPTY));
    }
}
