package plumbline.contract.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.device.Upload;

/** Writes an upload as JSON, leaving out what it does not say. */
final class JsonUploadWriter {
    private JsonUploadWriter() {}

    static byte[] write(JsonFactory factory, Upload upload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = factory.createGenerator(bytes)) {
            json.writeStartObject();
            identity(json, upload);
            sensor(json, upload);
            columns(json, upload);
            device(json, upload);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void identity(JsonGenerator json, Upload upload) throws IOException {
        json.writeNumberField("v", JsonUploads.VERSION);
        json.writeNumberField("boot", upload.boot());
        json.writeNumberField("seq", upload.seq());
        if (upload.sentAtMillis() > 0) {
            json.writeNumberField("sentAt", upload.sentAtMillis());
        }
        json.writeNumberField("start", upload.times().startMillis());
        json.writeNumberField("interval", upload.times().intervalMillis());
        if (!upload.times().isEven()) {
            json.writeFieldName("offsets");
            int[] offsets = upload.times().offsetMillis();
            json.writeArray(offsets, 0, offsets.length);
        }
    }

    private static void sensor(JsonGenerator json, Upload upload) throws IOException {
        if (upload.mount() != Mount.UNKNOWN) {
            json.writeStringField("mount", word(upload.mount()));
        }
        Calibration calibration = upload.calibration();
        if (calibration.isPresent()) {
            json.writeStringField("calibration", calibration.id());
            json.writeObjectFieldStart("reference");
            json.writeNumberField("neck", calibration.neckDecidegrees() / 10.0);
            json.writeNumberField("shoulder", calibration.shoulderDecidegrees() / 10.0);
            json.writeEndObject();
        }
    }

    private static void columns(JsonGenerator json, Upload upload) throws IOException {
        angles(json, "neck", upload.neck());
        angles(json, "shoulder", upload.shoulder());
        if (upload.activity().size() == 1) {
            json.writeStringField("activity", word(upload.activity().get(0)));
        } else if (!upload.activity().isEmpty()) {
            json.writeArrayFieldStart("activity");
            for (Activity activity : upload.activity()) {
                json.writeString(word(activity));
            }
            json.writeEndArray();
        }
        if (!upload.sitting().isEmpty()) {
            json.writeArrayFieldStart("sitting");
            for (SittingSpan span : upload.sitting()) {
                span(json, span);
            }
            json.writeEndArray();
        }
    }

    private static void angles(JsonGenerator json, String field, AngleColumn column) throws IOException {
        if (column.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (int i = 0; i < column.size(); i++) {
            if (column.decidegrees(i) == AngleColumn.MISSING) {
                json.writeNull();
            } else {
                json.writeNumber(column.decidegrees(i) / 10.0);
            }
        }
        json.writeEndArray();
    }

    private static void span(JsonGenerator json, SittingSpan span) throws IOException {
        json.writeStartObject();
        json.writeNumberField("from", span.fromMillis());
        json.writeNumberField("to", span.toMillis());
        json.writeStringField("source", word(span.source()));
        json.writeEndObject();
    }

    private static void device(JsonGenerator json, Upload upload) throws IOException {
        if (upload.batteryPercent() >= 0) {
            json.writeNumberField("battery", upload.batteryPercent());
        }
        if (!upload.firmware().isEmpty()) {
            json.writeStringField("firmware", upload.firmware());
        }
        if (upload.historical()) {
            json.writeBooleanField("historical", true);
        }
        if (upload.oldestSeq() >= 0) {
            json.writeNumberField("oldest", upload.oldestSeq());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
