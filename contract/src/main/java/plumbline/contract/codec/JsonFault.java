package plumbline.contract.codec;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.RejectReason;

/** What a JSON error means, in one line without the payload's own text. */
final class JsonFault {
    private JsonFault() {}

    static RejectReason reasonOf(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? RejectReason.BAD_FIELD
                : RejectReason.NOT_JSON;
    }

    static String describe(JsonProcessingException e) {
        String place = place(e.getLocation());
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return "field " + path(mapping) + " has no usable value" + place;
        }
        if (e instanceof StreamConstraintsException) {
            return "JSON nested too deeply or with a name or a number too long" + place;
        }
        return (e instanceof MismatchedInputException ? "not one JSON object" : "not JSON") + place;
    }

    /** Jackson has column 0 for where there is nothing at all. */
    private static String place(@Nullable JsonLocation location) {
        return location == null || location.getColumnNr() == 0
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Bytes that begin as UTF-16 or UTF-32 are read as such, and may be no characters. */
    static <T> Decoded<T> notText() {
        return Decoded.reject(RejectReason.NOT_JSON, "not text in UTF-8");
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
