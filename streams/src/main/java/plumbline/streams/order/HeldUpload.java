package plumbline.streams.order;

import java.util.BitSet;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.Upload;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** An upload that waits for those before it: its place in the order, and the rest as bytes. */
record HeldUpload(
        long boot,
        long seq,
        BitSet fresh,
        long beginMillis,
        long newestMillis,
        long stepMillis,
        long correctionMillis,
        long arrivalMillis,
        Payload payload)
        implements Placed {
    private static final UploadCodec CODEC = new UploadCodec();

    /** An upload in its binary form, which is read again only when its turn has come. */
    private static final class Payload {
        private final byte[] bytes;

        Payload(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    static HeldUpload of(Arrival arrival) {
        return new HeldUpload(
                arrival.upload().boot(),
                arrival.seq(),
                arrival.fresh(),
                arrival.beginMillis(),
                arrival.newestMillis(),
                arrival.stepMillis(),
                arrival.correctionMillis(),
                arrival.arrivalMillis(),
                new Payload(CODEC.encodeBinary(arrival.upload())));
    }

    Arrival toArrival() {
        Decoded<Upload> decoded = CODEC.decodeBinary(payload.bytes);
        if (decoded instanceof Decoded.Accepted<Upload> accepted) {
            return new Arrival(accepted.value(), seq, fresh, correctionMillis, arrivalMillis);
        }
        throw new IllegalStateException("a held upload can't be read: " + decoded);
    }

    int bytes() {
        return payload.bytes.length;
    }

    void write(StateWriter out) {
        out.number(boot).number(seq).bytes(fresh.toByteArray());
        out.number(beginMillis).number(newestMillis).number(stepMillis);
        out.number(correctionMillis).number(arrivalMillis).bytes(payload.bytes);
    }

    static HeldUpload read(StateReader in) {
        return new HeldUpload(
                in.number(),
                in.number(),
                BitSet.valueOf(in.bytes()),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                new Payload(in.bytes()));
    }
}
