package plumbline.contract.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import plumbline.contract.device.Upload;
import plumbline.contract.event.RejectReason;

/** Single values of a JSON upload, each checked and named in its error. */
final class JsonValues {
    private JsonValues() {}

    static long integer(String field, JsonParser parser) throws IOException, RejectedException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw bad(field, "is not a whole number");
        }
        try {
            return parser.getLongValue();
        } catch (InputCoercionException e) {
            throw bad(field, "is too large");
        }
    }

    static int toInt(String field, long value) throws RejectedException {
        if (value != (int) value) {
            throw bad(field, "is out of range");
        }
        return (int) value;
    }

    static double finite(String field, JsonParser parser) throws IOException, RejectedException {
        if (!parser.currentToken().isNumeric()) {
            throw bad(field, "is not a number");
        }
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new RejectedException(RejectReason.NON_FINITE, field + " is not a finite number");
        }
        return value;
    }

    static boolean truth(String field, JsonParser parser) throws RejectedException {
        if (!parser.currentToken().isBoolean()) {
            throw bad(field, "is neither true nor false");
        }
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    static String text(String field, JsonParser parser) throws IOException, RejectedException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw bad(field, "is not a text");
        }
        return parser.getText();
    }

    static <E extends Enum<E>> E word(String field, Class<E> type, JsonParser parser)
            throws IOException, RejectedException {
        String word = text(field, parser);
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        throw bad(
                field, "is none of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
    }

    /** Angles in degrees; null is a missing one, {@code NaN}. */
    static double[] angles(String field, JsonParser parser) throws IOException, RejectedException {
        requireArray(field, parser);
        double[] angles = new double[16];
        int size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            requireRoom(field, size);
            if (size == angles.length) {
                angles = Arrays.copyOf(angles, size * 2);
            }
            boolean missing = parser.currentToken() == JsonToken.VALUE_NULL;
            angles[size] = missing ? Double.NaN : finite(field + "[" + size + "]", parser);
            size++;
        }
        return Arrays.copyOf(angles, size);
    }

    static int[] integers(String field, JsonParser parser) throws IOException, RejectedException {
        requireArray(field, parser);
        int[] values = new int[16];
        int size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            requireRoom(field, size);
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            String place = field + "[" + size + "]";
            values[size] = toInt(place, integer(place, parser));
            size++;
        }
        return Arrays.copyOf(values, size);
    }

    static void requireRoom(String field, int size) throws RejectedException {
        if (size == Upload.MAX_READINGS) {
            throw new RejectedException(
                    RejectReason.TOO_MANY_READINGS, field + " has more than " + Upload.MAX_READINGS + " values");
        }
    }

    static void requireArray(String field, JsonParser parser) throws RejectedException {
        if (!parser.isExpectedStartArrayToken()) {
            throw bad(field, "is not an array");
        }
    }

    static void requireObject(String field, JsonParser parser) throws RejectedException {
        if (!parser.isExpectedStartObjectToken()) {
            throw bad(field, "is not an object");
        }
    }

    private static RejectedException bad(String field, String fault) {
        return new RejectedException(RejectReason.BAD_FIELD, field + " " + fault);
    }
}
