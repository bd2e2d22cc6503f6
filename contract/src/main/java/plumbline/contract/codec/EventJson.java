package plumbline.contract.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import plumbline.contract.event.RejectReason;

/** Events as JSON: ISO-8601 times in UTC, words in lower snake case, nothing written for null, unknown fields ignored. */
public final class EventJson {
    private static final int MAX_DEPTH = 16;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .addModule(new JavaTimeModule())
            .annotationIntrospector(new LowerCaseEnums())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A number must not pass for the word that happens to stand at its place, nor 1.9 for 1.
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private EventJson() {}

    public static byte[] encode(Object event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("can't write " + event.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /** The same as text, for people and files. */
    public static String text(Object event) {
        return new String(encode(event), StandardCharsets.UTF_8);
    }

    /** The event that {@code json} is, or why it is none. */
    public static <T> Decoded<T> decode(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            return value == null ? Decoded.reject(RejectReason.EMPTY, "the value is null") : Decoded.accept(value);
        } catch (JsonProcessingException e) {
            return Decoded.reject(JsonFault.reasonOf(e), JsonFault.describe(e));
        } catch (IOException e) {
            return JsonFault.notText();
        }
    }
}
