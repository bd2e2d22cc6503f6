package plumbline.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.event.Profile;
import plumbline.contract.event.RejectReason;

class ProfileCodecTest {
    private static Decoded<Profile> decode(String json) {
        return ProfileCodec.decode(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Profile profile = new Profile(
                1,
                "Europe/Berlin",
                Map.of("forward-neck.long", "5m"),
                List.of("child-pose"),
                true,
                Instant.parse("2026-03-04T10:00:00Z"),
                new Profile.Vacation(LocalDate.parse("2026-08-01"), LocalDate.parse("2026-08-02")));

        assertThat(ProfileCodec.decode(EventJson.encode(profile))).isEqualTo(Decoded.accept(profile));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"v\":2} | UNKNOWN_VERSION | v is 2; known is 1",
                "{} | UNKNOWN_VERSION | v is 0; known is 1",
                "{\"v\":1,\"settings\":{\"cap.day\":null}} | BAD_FIELD | a setting has no value",
                "{\"v\":1,\"avoid\":[null]} | BAD_FIELD | avoid names an exercise by null",
                "{\"v\":1,\"pausedUntil\":\"1969-12-31T23:59:59Z\"} | BAD_FIELD | pausedUntil lies outside 1970 to 9999",
                "{\"v\":1,\"pausedUntil\":\"+10000-01-01T00:00:00Z\"} | BAD_FIELD | pausedUntil lies outside 1970 to 9999",
                "{\"v\":1,\"vacation\":{\"from\":\"2026-08-01\"}} | BAD_FIELD | vacation.to is missing",
                "{\"v\":1,\"vacation\":{\"to\":\"2026-08-01\"}} | BAD_FIELD | vacation.from is missing",
                "{\"v\":1,\"vacation\":{\"from\":\"2026-08-02\",\"to\":\"2026-08-01\"}} | BAD_FIELD | vacation.to is before vacation.from",
                "{\"v\":1,\"vacation\":{\"from\":\"1969-12-31\",\"to\":\"2026-08-01\"}} | BAD_FIELD | vacation.from lies outside 1970 to 9999",
                "{\"v\":1,\"vacation\":{\"from\":\"2026-08-01\",\"to\":\"+10000-01-01\"}} | BAD_FIELD | vacation.to lies outside 1970 to 9999"
            })
    void whatCanNotBeIsRejectedWithItsReason(String json, RejectReason reason, String detail) {
        assertThat(decode(json)).isEqualTo(Decoded.reject(reason, detail));
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"})
    void aPauseMayLastAsLongAsTimesCanBeWritten(Instant until) {
        assertThat(decode("{\"v\":1,\"pausedUntil\":\"" + until + "\"}"))
                .isEqualTo(Decoded.accept(new Profile(1, null, null, null, false, until)));
    }

    @ParameterizedTest
    @CsvSource({"2026-08-01,2026-08-01", "1970-01-01,9999-12-31"})
    void aVacationMayBeOfOneDayOrOfAllThatCanBeWritten(LocalDate from, LocalDate to) {
        assertThat(decode("{\"v\":1,\"vacation\":{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}}"))
                .isEqualTo(
                        Decoded.accept(new Profile(1, null, null, null, false, null, new Profile.Vacation(from, to))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-02-30\"", "\"tomorrow\"", "9223372036854775807", "{}"})
    void aDayThatIsNoneIsRejectedByItsField(String day) {
        assertThat(decode("{\"v\":1,\"vacation\":{\"from\":\"2026-02-01\",\"to\":" + day + "}}"))
                .isInstanceOfSatisfying(Decoded.Rejected.class, rejected -> {
                    assertThat(rejected.reason()).isEqualTo(RejectReason.BAD_FIELD);
                    assertThat(rejected.detail()).startsWith("field vacation.to has no usable value");
                });
    }

    @Test
    void exactlyEightKibibytesAreReadAndOneByteMoreIsNot() {
        String json = "{\"v\":1}";

        assertThat(decode(json + " ".repeat(Profile.MAX_BYTES - json.length())))
                .isEqualTo(Decoded.accept(Profile.DEFAULT));
        assertThat(decode(json + " ".repeat(Profile.MAX_BYTES - json.length() + 1)))
                .isEqualTo(Decoded.reject(RejectReason.TOO_LARGE, "8193 bytes; at most 8192 are allowed"));
    }
}
