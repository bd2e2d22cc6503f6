package plumbline.contract.codec;

import java.util.function.Function;
import plumbline.contract.event.RejectReason;

/** What came of reading bytes from outside. */
public sealed interface Decoded<T> {
    /** The bytes mean {@code value}. */
    record Accepted<T>(T value) implements Decoded<T> {}

    /**
     * The bytes mean nothing we accept.
     *
     * @param detail names the fault and the place, for people
     */
    record Rejected<T>(RejectReason reason, String detail) implements Decoded<T> {}

    static <T> Decoded<T> accept(T value) {
        return new Accepted<>(value);
    }

    static <T> Decoded<T> reject(RejectReason reason, String detail) {
        return new Rejected<>(reason, detail);
    }

    /** Goes on with the value, or hands the rejection on. */
    default <R> Decoded<R> then(Function<? super T, Decoded<R>> next) {
        if (this instanceof Accepted<T> accepted) {
            return next.apply(accepted.value());
        }
        Rejected<T> rejected = (Rejected<T>) this;
        return reject(rejected.reason(), rejected.detail());
    }
}
