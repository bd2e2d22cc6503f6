package plumbline.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                Instant.parse("2026-03-04T10:00:00Z"));

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
                "{\"v\":1,\"pausedUntil\":\"+10000-01-01T00:00:00Z\"} | BAD_FIELD | pausedUntil lies outside 1970 to 9999"
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

    @Test
    void exactlyEightKibibytesAreReadAndOneByteMoreIsNot() {
        String json = "{\"v\":1}";

        assertThat(decode(json + " ".repeat(Profile.MAX_BYTES - json.length())))
                .isEqualTo(Decoded.accept(Profile.DEFAULT));
        assertThat(decode(json + " ".repeat(Profile.MAX_BYTES - json.length() + 1)))
                .isEqualTo(Decoded.reject(RejectReason.TOO_LARGE, "8193 bytes; at most 8192 are allowed"));
    }
}
