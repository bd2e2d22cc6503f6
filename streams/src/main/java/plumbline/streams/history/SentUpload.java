package plumbline.streams.history;

import plumbline.contract.device.Upload;

/** An upload as it lies in Kafka. */
public record SentUpload(Upload upload, long arrivalMillis) {}
