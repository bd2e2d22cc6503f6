package plumbline.contract.event;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why something could not be used. The bytes themselves, as they came, are the value of the Kafka record; this stands in
 * its key and headers.
 *
 * @param device the device level of its topic where that is a device id, else null
 * @param detail what exactly is wrong, and where
 * @param sourceTopic the MQTT or Kafka topic it came from
 * @param at arrival time
 */
public record DeadLetter(@Nullable String device, RejectReason reason, String detail, String sourceTopic, Instant at) {
    /** The record's headers by name. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("reason", reason.word());
        headers.put("detail", detail);
        headers.put("source-topic", sourceTopic);
        headers.put("time", at.toString());
        return headers;
    }
}
