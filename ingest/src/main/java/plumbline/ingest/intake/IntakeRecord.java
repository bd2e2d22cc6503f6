package plumbline.ingest.intake;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.RejectReason;

/**
 * What is stored of one message.
 *
 * @param device the record's key, null where the message names no device
 * @param at the record's time: when the message arrived
 * @param rejected why it is a dead letter, null where it is none
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record IntakeRecord(
        KafkaTopic topic,
        @Nullable DeviceId device,
        byte[] value,
        Instant at,
        Map<String, String> headers,
        @Nullable RejectReason rejected) {}
