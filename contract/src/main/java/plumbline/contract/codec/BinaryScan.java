package plumbline.contract.codec;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import plumbline.contract.codec.wire.UploadProto;
import plumbline.contract.device.Upload;
import plumbline.contract.event.RejectReason;

/**
 * Counts what an upload repeats before it is read: a byte on the wire can stand for a whole object in memory, so that a
 * small message could take much.
 */
final class BinaryScan {
    private final byte[] payload;
    private final CodedInputStream in;
    private int offsets;
    private int necks;
    private int shoulders;
    private int activities;
    private int spans;

    private BinaryScan(byte[] payload) {
        this.payload = payload;
        this.in = CodedInputStream.newInstance(payload);
    }

    /** Throws where there is more of anything than an upload may hold, or where the bytes are no message at all. */
    static void requireBounded(byte[] payload) throws IOException, RejectedException {
        BinaryScan scan = new BinaryScan(payload);
        for (int tag = scan.in.readTag(); tag != 0; tag = scan.in.readTag()) {
            scan.field(tag);
        }
        atMost("offset_millis", scan.offsets, Upload.MAX_READINGS);
        atMost("neck_decidegrees", scan.necks, Upload.MAX_READINGS);
        atMost("shoulder_decidegrees", scan.shoulders, Upload.MAX_READINGS);
        atMost("activity", scan.activities, Upload.MAX_READINGS);
        atMost("sitting", scan.spans, Upload.MAX_SITTING_SPANS);
    }

    private void field(int tag) throws IOException {
        switch (WireFormat.getTagFieldNumber(tag)) {
            case UploadProto.Upload.OFFSET_MILLIS_FIELD_NUMBER -> offsets += values(tag);
            case UploadProto.Upload.NECK_DECIDEGREES_FIELD_NUMBER -> necks += values(tag);
            case UploadProto.Upload.SHOULDER_DECIDEGREES_FIELD_NUMBER -> shoulders += values(tag);
            case UploadProto.Upload.ACTIVITY_FIELD_NUMBER -> activities += values(tag);
            case UploadProto.Upload.SITTING_FIELD_NUMBER -> {
                spans++;
                in.skipField(tag);
            }
            default -> in.skipField(tag);
        }
    }

    /** How many numbers one field holds, packed or alone; each packed one ends with its only byte below 128. */
    private int values(int tag) throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            in.skipField(tag);
            return 1;
        }
        int length = in.readRawVarint32();
        int from = in.getTotalBytesRead();
        in.skipRawBytes(length);
        int values = 0;
        for (int i = from; i < from + length; i++) {
            if (payload[i] >= 0) {
                values++;
            }
        }
        return values;
    }

    private static void atMost(String field, int count, int most) throws RejectedException {
        if (count > most) {
            throw new RejectedException(
                    RejectReason.TOO_MANY_READINGS,
                    count + " values of " + field + "; at most " + most + " are allowed");
        }
    }
}
