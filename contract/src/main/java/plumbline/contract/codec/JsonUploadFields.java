package plumbline.contract.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** The fields of one JSON upload as they come, in any order. */
final class JsonUploadFields {
    private static final EnumWords<Activity> ACTIVITIES = new EnumWords<>(Activity.class);
    private static final EnumWords<Mount> MOUNTS = new EnumWords<>(Mount.class);
    private static final EnumWords<SittingSource> SOURCES = new EnumWords<>(SittingSource.class);

    private @Nullable Long version;
    private @Nullable Long boot;
    private @Nullable Long seq;
    private @Nullable Long start;
    private long sentAt;
    private int interval;
    private int[] offsets = new int[0];
    private AngleColumn neck = AngleColumn.EMPTY;
    private AngleColumn shoulder = AngleColumn.EMPTY;
    private List<Activity> activity = List.of();
    private List<SittingSpan> sitting = List.of();
    private Mount mount = Mount.UNKNOWN;
    private String calibration = "";
    private int neckReference;
    private int shoulderReference;
    private int battery = -1;
    private String firmware = "";
    private boolean historical;
    private long oldest = -1;
    private @Nullable String statedDevice;

    /** Takes one field; the parser stands on its value and is left on the value's last token. */
    void read(String field, JsonParser parser) throws IOException, RejectedException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        switch (field) {
            case "v" -> version = JsonValues.integer(parser);
            case "device" -> statedDevice = JsonValues.text(parser);
            case "boot" -> boot = JsonValues.integer(parser);
            case "seq" -> seq = JsonValues.integer(parser);
            case "sentAt" -> sentAt = JsonValues.integer(parser);
            case "start" -> start = JsonValues.integer(parser);
            case "interval" -> interval = JsonValues.int32(parser);
            case "offsets" -> offsets = JsonValues.integers("offsets", parser);
            case "neck" -> neck = AngleColumn.ofDegrees(JsonValues.angles("neck", parser));
            case "shoulder" -> shoulder = AngleColumn.ofDegrees(JsonValues.angles("shoulder", parser));
            case "activity" -> activity = activities(parser);
            case "sitting" -> sitting = spans(parser);
            case "mount" -> mount = JsonValues.word(MOUNTS, parser);
            case "calibration" -> calibration = JsonValues.text(parser);
            case "reference" -> readReference(parser);
            case "battery" -> battery = JsonValues.int32(parser);
            case "firmware" -> firmware = JsonValues.text(parser);
            case "historical" -> historical = JsonValues.truth(parser);
            case "oldest" -> oldest = JsonValues.integer(parser);
            default -> parser.skipChildren();
        }
    }

    private static List<Activity> activities(JsonParser parser) throws IOException, RejectedException {
        if (!parser.isExpectedStartArrayToken()) {
            return List.of(JsonValues.word(ACTIVITIES, parser));
        }
        List<Activity> activities = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonValues.requireRoom("activity", activities.size());
            activities.add(JsonValues.word(ACTIVITIES, parser));
        }
        return activities;
    }

    private static List<SittingSpan> spans(JsonParser parser) throws IOException, RejectedException {
        JsonValues.requireArray(parser);
        List<SittingSpan> spans = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonValues.requireRoom("sitting", spans.size());
            spans.add(span(spans.size(), parser));
        }
        return spans;
    }

    private static SittingSpan span(int index, JsonParser parser) throws IOException, RejectedException {
        JsonValues.requireObject(parser);
        long from = -1;
        long to = -1;
        SittingSource source = SittingSource.UNKNOWN;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "from" -> from = JsonValues.integer(parser);
                case "to" -> to = JsonValues.integer(parser);
                case "source" -> source = JsonValues.word(SOURCES, parser);
                default -> parser.skipChildren();
            }
        }
        return SpanCheck.span(index, from, to, source);
    }

    private void readReference(JsonParser parser) throws IOException, RejectedException {
        JsonValues.requireObject(parser);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "neck" -> neckReference = reference(parser);
                case "shoulder" -> shoulderReference = reference(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private static int reference(JsonParser parser) throws IOException, RejectedException {
        return AngleColumn.toDecidegrees(JsonValues.finite(parser));
    }

    Decoded<Upload> toUpload(DeviceId device) {
        try {
            if (required("v", version) != JsonUploads.VERSION) {
                throw new RejectedException(RejectReason.UNKNOWN_VERSION, "v is " + version + "; known is 1");
            }
            if (statedDevice != null && !statedDevice.equals(device.value())) {
                throw new RejectedException(
                        RejectReason.WRONG_DEVICE, "the payload names another device than its topic");
            }
            return Decoded.accept(new Upload(
                    required("boot", boot),
                    required("seq", seq),
                    SamplingTimes.at(startMillis(), interval, offsets),
                    neck,
                    shoulder,
                    activity,
                    sentAt,
                    mount,
                    new Calibration(calibration, neckReference, shoulderReference),
                    sitting,
                    battery,
                    firmware,
                    historical,
                    oldest));
        } catch (RejectedException e) {
            return e.asRejected();
        }
    }

    /** An upload of spans alone needs no start. */
    private long startMillis() throws RejectedException {
        return start == null && neck.isEmpty() && shoulder.isEmpty() && !sitting.isEmpty()
                ? sitting.get(0).fromMillis()
                : required("start", start);
    }

    private static long required(String field, @Nullable Long value) throws RejectedException {
        if (value == null) {
            throw new RejectedException(RejectReason.BAD_FIELD, field + " is missing");
        }
        return value;
    }
}
