package plumbline.contract.codec;

import plumbline.contract.event.RejectReason;

/** Carries a rejection out of nested parsing; never leaves this package. */
final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;
    private final String detail;

    RejectedException(RejectReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    <T> Decoded<T> asRejected() {
        return Decoded.reject(reason, detail);
    }
}
