package plumbline.contract.recording;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import plumbline.contract.device.Activity;
import plumbline.contract.device.DeviceId;

/** One row of a recording as text. */
record RecordingRow(Path file, int line, Map<String, String> columns) {
    private static final long LATEST_MILLIS =
            Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

    RecordedReading toReading() throws RecordingException {
        return new RecordedReading(device(), time(), degrees("neck_deg"), degrees("shoulder_deg"), activity(), label());
    }

    private String label() {
        return Objects.requireNonNullElse(columns.get("label"), "").strip();
    }

    private DeviceId device() throws RecordingException {
        String text = text("device");
        return DeviceId.parse(text).orElseThrow(() -> fault("device '" + text + "' is not 1 to 64 of A-Z a-z 0-9 _ -"));
    }

    private long time() throws RecordingException {
        String text = text("time_ms");
        try {
            long time = Long.parseLong(text);
            if (time < 0 || time >= LATEST_MILLIS) {
                throw fault("time_ms '" + text + "' is not from 1970 to 2099, in milliseconds since 1970");
            }
            return time;
        } catch (NumberFormatException e) {
            throw fault("time_ms '" + text + "' is not a whole number of milliseconds since 1970");
        }
    }

    private double degrees(String column) throws RecordingException {
        String text = text(column);
        try {
            double degrees = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
            if (!text.isEmpty() && !Double.isFinite(degrees)) {
                throw fault(column + " '" + text + "' is not a finite number");
            }
            return degrees;
        } catch (NumberFormatException e) {
            throw fault(column + " '" + text + "' is not a number of degrees");
        }
    }

    private Activity activity() throws RecordingException {
        String text = text("activity");
        if (text.isEmpty()) {
            return Activity.UNKNOWN;
        }
        return Arrays.stream(Activity.values())
                .filter(activity -> activity.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> fault("activity '" + text + "' is none of "
                        + Arrays.toString(Activity.values()).toLowerCase(Locale.ROOT)));
    }

    private String text(String column) throws RecordingException {
        String text = columns.get(column);
        if (text == null) {
            throw fault("column " + column + " is missing");
        }
        return text.strip();
    }

    private RecordingException fault(String fault) {
        return new RecordingException(file + ", line " + line + ": " + fault);
    }
}
