package plumbline.streams.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import plumbline.contract.operator.DurationText;

/** How the text of a setting is read. */
enum SettingType {
    DURATION("a duration such as 90s or 7m, up to 31d") {
        @Override
        Object read(String text) {
            Duration duration = DurationText.parse(text);
            return require(duration.compareTo(LONGEST) <= 0, duration);
        }
    },
    DEGREES("an angle in degrees from -90 to 120") {
        @Override
        Object read(String text) {
            double degrees = Double.parseDouble(text);
            return require(degrees >= -90 && degrees <= 120, degrees);
        }
    },
    COUNT("a whole number from 0 to 1000") {
        @Override
        Object read(String text) {
            int count = Integer.parseInt(text);
            return require(count >= 0 && count <= 1000, count);
        }
    },
    TIME_OF_DAY("a time of day such as 22:00") {
        @Override
        Object read(String text) {
            return LocalTime.parse(text);
        }
    },
    ZONE("a time zone such as Europe/Berlin") {
        @Override
        Object read(String text) {
            return ZoneId.of(text);
        }
    },
    DAYS("days such as mon-fri or mon,wed,fri") {
        @Override
        Object read(String text) {
            return WeekDays.parse(text);
        }
    },
    DOSE("time or iso11226") {
        @Override
        Object read(String text) {
            return Dose.valueOf(text.toUpperCase(Locale.ROOT));
        }
    };

    private static final Duration LONGEST = Duration.ofDays(31);

    private final String meaning;

    SettingType(String meaning) {
        this.meaning = meaning;
    }

    /** What may be written, for people. */
    String meaning() {
        return meaning;
    }

    /** The value that {@code text} stands for; throws where it stands for none. */
    abstract Object read(String text);

    /** The value, or an IllegalArgumentException that names the setting and what may be written. */
    Object parse(String key, String text) {
        try {
            return read(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(key + " is '" + text + "'; write " + meaning, e);
        }
    }

    private static <T> T require(boolean allowed, T value) {
        if (!allowed) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
