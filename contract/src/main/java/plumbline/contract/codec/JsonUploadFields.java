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
    private @Nullable Long version;
    private @Nullable Long boot;
    private @Nullable Long seq;
    private @Nullable Long start;
    private long sentAt;
    private long interval;
    private int[] offsets = new int[0];
    private AngleColumn neck = AngleColumn.EMPTY;
    private AngleColumn shoulder = AngleColumn.EMPTY;
    private List<Activity> activity = List.of();
    private List<SittingSpan> sitting = List.of();
    private Mount mount = Mount.UNKNOWN;
    private String calibration = "";
    private int neckReference;
    private int shoulderReference;
    private long battery = -1;
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
            case "v" -> version = JsonValues.integer("v", parser);
            case "device" -> statedDevice = JsonValues.text("device", parser);
            case "boot" -> boot = JsonValues.integer("boot", parser);
            case "seq" -> seq = JsonValues.integer("seq", parser);
            case "sentAt" -> sentAt = JsonValues.integer("sentAt", parser);
            case "start" -> start = JsonValues.integer("start", parser);
            case "interval" -> interval = JsonValues.integer("interval", parser);
            case "offsets" -> offsets = JsonValues.integers("offsets", parser);
            case "neck" -> neck = AngleColumn.ofDegrees(JsonValues.angles("neck", parser));
            case "shoulder" -> shoulder = AngleColumn.ofDegrees(JsonValues.angles("shoulder", parser));
            case "activity" -> activity = activities(parser);
            case "sitting" -> sitting = spans(parser);
            case "mount" -> mount = JsonValues.word("mount", Mount.class, parser);
            case "calibration" -> calibration = JsonValues.text("calibration", parser);
            case "reference" -> readReference(parser);
            case "battery" -> battery = JsonValues.integer("battery", parser);
            case "firmware" -> firmware = JsonValues.text("firmware", parser);
            case "historical" -> historical = JsonValues.truth("historical", parser);
            case "oldest" -> oldest = JsonValues.integer("oldest", parser);
            default -> parser.skipChildren();
        }
    }

    private static List<Activity> activities(JsonParser parser) throws IOException, RejectedException {
        if (!parser.isExpectedStartArrayToken()) {
            return List.of(JsonValues.word("activity", Activity.class, parser));
        }
        List<Activity> activities = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonValues.requireRoom("activity", activities.size());
            activities.add(JsonValues.word("activity[" + activities.size() + "]", Activity.class, parser));
        }
        return activities;
    }

    private static List<SittingSpan> spans(JsonParser parser) throws IOException, RejectedException {
        JsonValues.requireArray("sitting", parser);
        List<SittingSpan> spans = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonValues.requireRoom("sitting", spans.size());
            spans.add(span(spans.size(), parser));
        }
        return spans;
    }

    private static SittingSpan span(int index, JsonParser parser) throws IOException, RejectedException {
        String place = "sitting[" + index + "]";
        JsonValues.requireObject(place, parser);
        long from = -1;
        long to = -1;
        SittingSource source = SittingSource.UNKNOWN;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "from" -> from = JsonValues.integer(place + ".from", parser);
                case "to" -> to = JsonValues.integer(place + ".to", parser);
                case "source" -> source = JsonValues.word(place + ".source", SittingSource.class, parser);
                default -> parser.skipChildren();
            }
        }
        return SpanCheck.span(index, from, to, source);
    }

    private void readReference(JsonParser parser) throws IOException, RejectedException {
        JsonValues.requireObject("reference", parser);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "neck" -> neckReference = reference("neck", parser);
                case "shoulder" -> shoulderReference = reference("shoulder", parser);
                default -> parser.skipChildren();
            }
        }
    }

    private static int reference(String field, JsonParser parser) throws IOException, RejectedException {
        return AngleColumn.toDecidegrees(JsonValues.finite("reference." + field, parser));
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
                    SamplingTimes.at(startMillis(), JsonValues.toInt("interval", interval), offsets),
                    neck,
                    shoulder,
                    activity,
                    sentAt,
                    mount,
                    new Calibration(calibration, neckReference, shoulderReference),
                    sitting,
                    JsonValues.toInt("battery", battery),
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
