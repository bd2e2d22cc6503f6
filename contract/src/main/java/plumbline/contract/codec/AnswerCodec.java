package plumbline.contract.codec;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.FinishedKind;
import plumbline.contract.device.WarningSign;
import plumbline.contract.event.RejectReason;

/** Answers of wearers as JSON. */
public final class AnswerCodec {
    private static final int VERSION = 1;

    private AnswerCodec() {}

    /** What an answer looks like on the wire: exactly one of answer, pain and finished. */
    private record Wire(
            @Nullable Integer v,
            @Nullable Long at,
            @Nullable String reminder,
            @Nullable AnswerWord answer,
            @Nullable Integer minutes,
            @Nullable Pain pain,
            @Nullable Done finished) {}

    private record Pain(
            int days, boolean limitsActivity, @Nullable Set<WarningSign> signs) {}

    private record Done(
            @Nullable FinishedKind kind, @Nullable String exercise, int minutes) {}

    public static Decoded<Answer> decode(byte[] payload) {
        if (payload.length == 0) {
            return Decoded.reject(RejectReason.EMPTY, "the payload is empty");
        }
        if (payload.length > Answer.MAX_BYTES) {
            return Decoded.reject(
                    RejectReason.TOO_LARGE, payload.length + " bytes; at most " + Answer.MAX_BYTES + " are allowed");
        }
        return EventJson.decode(payload, Wire.class).then(AnswerCodec::toAnswer);
    }

    private static Decoded<Answer> toAnswer(Wire wire) {
        if (wire.v() == null || wire.v() != VERSION) {
            return Decoded.reject(RejectReason.UNKNOWN_VERSION, "v is " + wire.v() + "; known is 1");
        }
        if (wire.at() == null || wire.at() < 0 || wire.at() > UploadCheck.LAST_MILLIS) {
            return bad("at is not a time in milliseconds since 1970");
        }
        Instant at = Instant.ofEpochMilli(wire.at());
        if (wire.pain() != null) {
            return pain(at, wire.pain());
        }
        if (wire.finished() != null) {
            return finished(at, wire.finished());
        }
        return toReminder(at, wire);
    }

    private static Decoded<Answer> toReminder(Instant at, Wire wire) {
        if (wire.answer() == null || wire.reminder() == null || wire.reminder().isEmpty()) {
            return bad("neither reminder with answer, nor pain, nor finished");
        }
        if (wire.reminder().length() > Answer.ToReminder.MAX_REMINDER_LENGTH) {
            return bad("reminder is longer than " + Answer.ToReminder.MAX_REMINDER_LENGTH);
        }
        Integer minutes = wire.minutes();
        if (minutes != null && (minutes < 1 || minutes > Answer.ToReminder.MAX_MINUTES)) {
            return bad("minutes is " + minutes + "; allowed is 1 to " + Answer.ToReminder.MAX_MINUTES);
        }
        return Decoded.accept(new Answer.ToReminder(at, wire.reminder(), wire.answer(), minutes));
    }

    private static Decoded<Answer> pain(Instant at, Pain pain) {
        if (pain.days() < 0 || pain.days() > Answer.PainCheckIn.MAX_DAYS) {
            return bad("pain.days is " + pain.days() + "; allowed is 0 to " + Answer.PainCheckIn.MAX_DAYS);
        }
        Set<WarningSign> signs = pain.signs() == null ? Set.of() : pain.signs();
        if (signs.stream().anyMatch(Objects::isNull)) {
            return bad("pain.signs holds a null");
        }
        return Decoded.accept(new Answer.PainCheckIn(at, pain.days(), pain.limitsActivity(), signs));
    }

    private static Decoded<Answer> finished(Instant at, Done done) {
        if (done.kind() == null) {
            return bad("finished.kind is missing");
        }
        if (done.minutes() < 0 || done.minutes() > Answer.Finished.MAX_MINUTES) {
            return bad("finished.minutes is " + done.minutes() + "; allowed is 0 to " + Answer.Finished.MAX_MINUTES);
        }
        return Decoded.accept(new Answer.Finished(at, done.kind(), done.exercise(), done.minutes()));
    }

    private static Decoded<Answer> bad(String detail) {
        return Decoded.reject(RejectReason.BAD_FIELD, detail);
    }

    public static byte[] encode(Answer answer) {
        return EventJson.encode(toWire(answer));
    }

    private static Wire toWire(Answer answer) {
        long at = answer.at().toEpochMilli();
        if (answer instanceof Answer.ToReminder to) {
            return new Wire(VERSION, at, to.reminder(), to.answer(), to.minutes(), null, null);
        }
        if (answer instanceof Answer.PainCheckIn pain) {
            Pain wire = new Pain(pain.days(), pain.limitsActivity(), pain.signs());
            return new Wire(VERSION, at, null, null, null, wire, null);
        }
        Answer.Finished done = (Answer.Finished) answer;
        return new Wire(VERSION, at, null, null, null, null, new Done(done.kind(), done.exercise(), done.minutes()));
    }
}
