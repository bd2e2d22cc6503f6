package plumbline.contract.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.SittingSource;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.device.Upload;
import plumbline.contract.event.RejectReason;

class UploadCodecTest {
    private static final DeviceId DEVICE = new DeviceId("d1");
    private static final long START = 1_760_000_000_000L;

    private final UploadCodec codec = new UploadCodec();

    private Decoded<Upload> decode(String json) {
        return codec.decode(DEVICE, json.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Upload accepted(Decoded<Upload> decoded) {
        assertThat(decoded).isInstanceOf(Decoded.Accepted.class);
        return ((Decoded.Accepted<Upload>) decoded).value();
    }

    private static void assertRejected(Decoded<Upload> decoded, RejectReason reason, String detail) {
        assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        Decoded.Rejected<Upload> rejected = (Decoded.Rejected<Upload>) decoded;
        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.detail()).contains(detail);
    }

    /** A JSON upload of two readings with {@code field} added or replaced. */
    private static String with(String field, String value) {
        StringBuilder json = new StringBuilder("{");
        for (String each : List.of("v:1", "boot:7", "seq:5", "start:" + START, "interval:1000", "neck:[1,2]")) {
            String name = each.substring(0, each.indexOf(':'));
            if (!name.equals(field)) {
                json.append('"')
                        .append(name)
                        .append('"')
                        .append(each.substring(name.length()))
                        .append(',');
            }
        }
        return json.append('"')
                .append(field)
                .append("\":")
                .append(value)
                .append('}')
                .toString();
    }

    private static String repeated(String value, int count) {
        return "[" + String.join(",", Collections.nCopies(count, value)) + "]";
    }

    private static Upload random(Random random) {
        int size = 1 + random.nextInt(20);
        int[] neck = random.ints(size, -1_800, 1_800).toArray();
        neck[random.nextInt(size)] = AngleColumn.MISSING;
        int[] offsets =
                random.nextBoolean() ? random.ints(size, 0, 60_000).sorted().toArray() : new int[0];
        List<Activity> activity = new ArrayList<>();
        int activities = random.nextBoolean() ? size : random.nextInt(2);
        for (int i = 0; i < activities; i++) {
            activity.add(Activity.values()[random.nextInt(Activity.values().length)]);
        }
        long seq = random.nextLong(0x1_0000_0000L);
        return new Upload(
                random.nextLong(0x1_0000_0000L),
                seq,
                SamplingTimes.at(START + random.nextInt(1_000), 1_000, offsets),
                AngleColumn.ofDecidegrees(neck),
                random.nextBoolean()
                        ? AngleColumn.EMPTY
                        : AngleColumn.ofDecidegrees(random.ints(size, -900, 900).toArray()),
                activity,
                random.nextBoolean() ? 0 : START + 65_000,
                Mount.values()[random.nextInt(Mount.values().length)],
                random.nextBoolean() ? Calibration.NONE : new Calibration("c9", 120, -15),
                random.nextBoolean() ? List.of() : List.of(new SittingSpan(START, START + 60_000, SittingSource.CHAIR)),
                random.nextInt(102) - 1,
                random.nextBoolean() ? "" : "1.4.2",
                random.nextBoolean(),
                random.nextBoolean() ? -1 : random.nextLong(seq + 1));
    }

    @Test
    void bothFormsCarryTheSameMeaning() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Upload upload = random(random);
            Upload fromJson = accepted(codec.decode(DEVICE, codec.encodeJson(upload), null));
            Upload fromBinary = accepted(codec.decode(DEVICE, codec.encodeBinary(upload), null));
            assertThat(fromJson).as("seed %d, upload %d", seed, i).isEqualTo(upload);
            assertThat(fromBinary).as("seed %d, upload %d", seed, i).isEqualTo(upload);
            assertThat(accepted(codec.decodeBinary(codec.encodeBinary(upload)))).isEqualTo(upload);
        }
    }

    @Test
    void everyFieldOfTheJsonFormIsRead() {
        Upload upload = accepted(decode("""
                {"v":1,"boot":7,"seq":18200,"sentAt":1760000065000,"start":1760000000000,"interval":1000,
                 "mount":"c7","calibration":"c9","reference":{"neck":12.0,"shoulder":1.5},
                 "neck":[12.1,12.44,null],"shoulder":[3.0,3.2,3.1],"activity":"sitting",
                 "sitting":[{"from":1760000000000,"to":1760000060000,"source":"chair"}],
                 "battery":78,"firmware":"1.4.2","historical":false,"oldest":18000,"later":{"more":[1]}}"""));
        assertThat(upload)
                .isEqualTo(new Upload(
                        7,
                        18_200,
                        SamplingTimes.every(START, 1_000),
                        AngleColumn.ofDecidegrees(121, 124, AngleColumn.MISSING),
                        AngleColumn.ofDecidegrees(30, 32, 31),
                        List.of(Activity.SITTING),
                        START + 65_000,
                        Mount.C7,
                        new Calibration("c9", 120, 15),
                        List.of(new SittingSpan(START, START + 60_000, SittingSource.CHAIR)),
                        78,
                        "1.4.2",
                        false,
                        18_000));
    }

    @Test
    void anUploadOfSpansAloneNeedsNoStart() {
        Upload upload = accepted(
                decode("{\"v\":1,\"boot\":1,\"seq\":2,\"sitting\":[{\"from\":10,\"to\":20,\"source\":\"thigh\"}]}"));
        assertThat(upload.size()).isZero();
        assertThat(upload.identities()).isEqualTo(1);
        assertThat(upload.times().startMillis()).isEqualTo(10);
    }

    @Test
    void anEmptyPayloadIsRejected() {
        assertRejected(codec.decode(DEVICE, new byte[0], null), RejectReason.EMPTY, "empty");
        assertRejected(codec.decode(DEVICE, new byte[0], "application/json"), RejectReason.EMPTY, "empty");
    }

    @Test
    void anUploadWithoutReadingsAndSpansIsRejected() {
        assertRejected(decode(with("neck", "[]")), RejectReason.EMPTY, "neither readings");
    }

    @Test
    void sixtyFourKibibytesPassAndOneByteMoreDoesNot() {
        byte[] largest = new byte[Upload.MAX_BYTES];
        Arrays.fill(largest, (byte) ' ');
        byte[] json = with("battery", "1").getBytes(StandardCharsets.UTF_8);
        System.arraycopy(json, 0, largest, 0, json.length);
        accepted(codec.decode(DEVICE, largest, null));
        byte[] larger = Arrays.copyOf(largest, 65_537);
        larger[65_536] = ' ';
        assertRejected(codec.decode(DEVICE, larger, null), RejectReason.TOO_LARGE, "65537 bytes");
    }

    @ParameterizedTest
    @CsvSource({"neck,1", "shoulder,1", "offsets,0", "activity,'\"sitting\"'"})
    void aThousandReadingsPassAndOneMoreDoesNot(String field, String value) {
        String json = with("neck", repeated("1", 1_000));
        String column =
                field.equals("neck") ? json : json.replace("}", ",\"" + field + "\":" + repeated(value, 1_000) + "}");
        assertThat(accepted(decode(column)).size()).isEqualTo(1_000);
        assertRejected(decode(with(field, repeated(value, 1_001))), RejectReason.TOO_MANY_READINGS, field);
    }

    @Test
    void aThousandReadingsPassInBinaryAndOneMoreDoesNot() {
        assertThat(accepted(codec.decodeBinary(codec.encodeBinary(readings(1_000))))
                        .size())
                .isEqualTo(1_000);
        assertRejected(codec.decodeBinary(codec.encodeBinary(readings(1_001))), RejectReason.TOO_MANY_READINGS, "1001");
    }

    private static Upload readings(int count) {
        return new Upload(
                1,
                2,
                SamplingTimes.every(START, 1_000),
                AngleColumn.ofDecidegrees(IntStream.range(0, count).toArray()),
                AngleColumn.EMPTY,
                List.of(),
                0,
                Mount.UNKNOWN,
                Calibration.NONE,
                List.of(),
                -1,
                "",
                false,
                -1);
    }

    @Test
    void aThousandSpansPassAndOneMoreDoesNot() {
        String span = "{\"from\":1,\"to\":2}";
        assertThat(accepted(decode(with("sitting", repeated(span, 1_000)))).sitting())
                .hasSize(1_000);
        assertRejected(decode(with("sitting", repeated(span, 1_001))), RejectReason.TOO_MANY_READINGS, "sitting");
    }

    @ParameterizedTest
    @CsvSource({
        "v, 2, UNKNOWN_VERSION, v is 2",
        "v, 0, UNKNOWN_VERSION, v is 0",
        "v, null, BAD_FIELD, v is missing",
        "boot, null, BAD_FIELD, boot is missing",
        "seq, '\"1\"', BAD_FIELD, seq is not a whole number",
        "seq, 1.5, BAD_FIELD, seq is not a whole number",
        "seq, 99999999999999999999, BAD_FIELD, seq is too large",
        "start, null, BAD_FIELD, start is missing",
        "neck, '[1,NaN]', NON_FINITE, neck[1]",
        "neck, '[-Infinity]', NON_FINITE, neck[0]",
        "neck, '[1e999]', NON_FINITE, neck[0]",
        "neck, '[\"1\"]', BAD_FIELD, neck[0] is not a number",
        "neck, 1, BAD_FIELD, neck is not an array",
        "shoulder, '[1]', UNEQUAL_LENGTHS, shoulder has 1",
        "shoulder, '[1,2,3]', UNEQUAL_LENGTHS, neck has 2",
        "activity, '[\"sitting\",\"sitting\",\"lying\"]', UNEQUAL_LENGTHS, neck has 2",
        "activity, '\"flying\"', BAD_FIELD, activity is none of",
        "offsets, '[0]', UNEQUAL_LENGTHS, offsets has 1",
        "offsets, '[5,4]', BAD_FIELD, offsets[1] runs backwards",
        "sitting, '[{\"from\":2,\"to\":1}]', BAD_FIELD, sitting[0] runs from 2 to 1",
        "sitting, '[1]', BAD_FIELD, sitting[0] is not an object",
        "device, '\"d2\"', WRONG_DEVICE, another device",
        "historical, 1, BAD_FIELD, historical",
    })
    void aBadFieldIsRejectedWithItsPlace(String field, String value, RejectReason reason, String detail) {
        assertRejected(decode(with(field, value)), reason, detail);
    }

    @ParameterizedTest
    @CsvSource({
        "boot, 0, 4294967295, 4294967296",
        "seq, 0, 4294967295, 4294967296",
        "battery, -1, 100, 101",
        "oldest, -1, 5, 6",
        "interval, 1, 3600000, 3600001",
        "sentAt, 0, 253402300799999, 253402300800000",
        "start, 0, 253402300798999, 253402300799000",
    })
    void aNumberPassesAtItsBoundsAndNotOneBeyond(String field, long least, long most, long tooMuch) {
        accepted(decode(with(field, Long.toString(least))));
        accepted(decode(with(field, Long.toString(most))));
        assertThat(decode(with(field, Long.toString(tooMuch)))).isInstanceOf(Decoded.Rejected.class);
        assertRejected(decode(with(field, Long.toString(least - 1))), RejectReason.BAD_FIELD, field);
    }

    /** The upload's seq is 5: numbers that went round since are those nearer to it from behind. */
    @Test
    void theOldestReadingHeldMayBeFromBeforeTheNumbersWentRound() {
        long half = 1L << 31;
        accepted(decode(with("oldest", Long.toString(4_294_967_295L))));
        accepted(decode(with("oldest", Long.toString(5 + half + 1))));
        assertRejected(decode(with("oldest", Long.toString(5 + half))), RejectReason.BAD_FIELD, "allowed is -1 to 5");
        assertRejected(
                decode(with("oldest", Long.toString(4_294_967_296L))), RejectReason.BAD_FIELD, "allowed is -1 to 5");
    }

    @ParameterizedTest
    @CsvSource({"firmware, 64", "calibration, 64"})
    void aTextPassesAtItsLongestAndNotOneBeyond(String field, int longest) {
        accepted(decode(with(field, '"' + "x".repeat(longest) + '"')));
        assertRejected(
                decode(with(field, '"' + "x".repeat(longest + 1) + '"')), RejectReason.BAD_FIELD, "length of " + field);
    }

    @ParameterizedTest
    @CsvSource({"'{\"v\":1'", "'{}x'", "'{\"v\":1,}'", "'{\"a\":[[[[[[[[[1]]]]]]]]]}'"})
    void whatIsNoJsonObjectIsRejected(String json) {
        assertThat(decode(json))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(RejectReason.NOT_JSON));
    }

    @Test
    void everyCutOfABinaryUploadIsReadOrRejectedButNeverThrows() {
        byte[] whole = codec.encodeBinary(readings(20));
        for (int length = 1; length < whole.length; length++) {
            assertThat(codec.decode(DEVICE, Arrays.copyOf(whole, length), null)).isNotNull();
        }
        assertRejected(
                codec.decode(DEVICE, Arrays.copyOf(whole, whole.length - 1), null),
                RejectReason.NOT_PROTOBUF,
                "neither JSON, which begins with a brace, nor a whole protobuf upload");
    }

    @Test
    void jsonNestedTooDeeplyOrWithTooLongANumberIsSaidToBeSo() {
        assertRejected(decode(with("x", "[".repeat(8) + "]".repeat(8))), RejectReason.NOT_JSON, "nested too deeply or");
        accepted(decode(with("x", "[".repeat(7) + "]".repeat(7))));
        assertRejected(decode(with("seq", "1".repeat(2_000))), RejectReason.NOT_JSON, "a number too long");
    }

    @Test
    void aBinaryFaultIsToldInOurOwnWords() {
        byte[] hostileLength = {0x32, -1, -1, -1, -1, 7, 1};
        assertThat(codec.decode(DEVICE, hostileLength, null))
                .isEqualTo(Decoded.reject(
                        RejectReason.NOT_PROTOBUF,
                        "neither JSON, which begins with a brace, nor a whole protobuf upload"));
    }

    @Test
    void theDeviceThatTheTopicNamesMayBeNamedAgain() {
        accepted(decode(with("device", "\"d1\"")));
    }
}
