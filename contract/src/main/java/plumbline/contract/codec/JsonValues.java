package plumbline.contract.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.util.Arrays;
import plumbline.contract.device.Upload;
import plumbline.contract.event.RejectReason;

/** Single values of a JSON upload, each checked and named in its error. */
final class JsonValues {
    private JsonValues() {}

    static long integer(JsonParser parser) throws IOException, RejectedException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw bad(parser, "is not a whole number");
        }
        try {
            return parser.getLongValue();
        } catch (InputCoercionException e) {
            throw bad(parser, "is too large");
        }
    }

    static int int32(JsonParser parser) throws IOException, RejectedException {
        long value = integer(parser);
        if (value != (int) value) {
            throw bad(parser, "is out of range");
        }
        return (int) value;
    }

    static double finite(JsonParser parser) throws IOException, RejectedException {
        if (!parser.currentToken().isNumeric()) {
            throw bad(parser, "is not a number");
        }
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new RejectedException(RejectReason.NON_FINITE, JsonPlace.of(parser) + " is not a finite number");
        }
        return value;
    }

    static boolean truth(JsonParser parser) throws RejectedException {
        if (!parser.currentToken().isBoolean()) {
            throw bad(parser, "is neither true nor false");
        }
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    static String text(JsonParser parser) throws IOException, RejectedException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw bad(parser, "is not a text");
        }
        return parser.getText();
    }

    static <E extends Enum<E>> E word(EnumWords<E> words, JsonParser parser) throws IOException, RejectedException {
        return words.of(text(parser)).orElseThrow(() -> bad(parser, "is none of " + words));
    }

    /** Angles in degrees; null is a missing one, {@code NaN}. */
    static double[] angles(String field, JsonParser parser) throws IOException, RejectedException {
        requireArray(parser);
        double[] angles = new double[16];
        int size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            requireRoom(field, size);
            if (size == angles.length) {
                angles = Arrays.copyOf(angles, size * 2);
            }
            boolean missing = parser.currentToken() == JsonToken.VALUE_NULL;
            angles[size] = missing ? Double.NaN : finite(parser);
            size++;
        }
        return Arrays.copyOf(angles, size);
    }

    static int[] integers(String field, JsonParser parser) throws IOException, RejectedException {
        requireArray(parser);
        int[] values = new int[16];
        int size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            requireRoom(field, size);
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size] = int32(parser);
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

    static void requireArray(JsonParser parser) throws RejectedException {
        if (!parser.isExpectedStartArrayToken()) {
            throw bad(parser, "is not an array");
        }
    }

    static void requireObject(JsonParser parser) throws RejectedException {
        if (!parser.isExpectedStartObjectToken()) {
            throw bad(parser, "is not an object");
        }
    }

    private static RejectedException bad(JsonParser parser, String fault) {
        return new RejectedException(RejectReason.BAD_FIELD, JsonPlace.of(parser) + " " + fault);
    }
}
