package plumbline.contract.codec;

import plumbline.contract.device.Calibration;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.Upload;
import plumbline.contract.event.RejectReason;

/** What must hold of every upload, whichever form it came in. */
final class UploadCheck {
    /** The year 9999: later times can't be written as ISO-8601 with four digits. */
    static final long LAST_MILLIS = 253_402_300_799_999L;

    static final int MAX_INTERVAL_MILLIS = 3_600_000;
    static final long MAX_UINT32 = 0xFFFF_FFFFL;
    static final int MAX_FIRMWARE_LENGTH = 64;

    private UploadCheck() {}

    static Decoded<Upload> check(Upload upload) {
        try {
            lengths(upload);
            numbers(upload);
            times(upload);
            return Decoded.accept(upload);
        } catch (RejectedException e) {
            return e.asRejected();
        }
    }

    private static void lengths(Upload upload) throws RejectedException {
        int size = upload.size();
        if (size == 0 && upload.sitting().isEmpty()) {
            throw new RejectedException(RejectReason.EMPTY, "neither readings nor sitting spans");
        }
        if (size > Upload.MAX_READINGS) {
            throw new RejectedException(
                    RejectReason.TOO_MANY_READINGS,
                    size + " readings; at most " + Upload.MAX_READINGS + " are allowed");
        }
        if (upload.sitting().size() > Upload.MAX_SITTING_SPANS) {
            throw new RejectedException(
                    RejectReason.TOO_MANY_READINGS,
                    upload.sitting().size() + " sitting spans; at most 1000 are allowed");
        }
        sameLength("neck", upload.neck().size(), size);
        sameLength("shoulder", upload.shoulder().size(), size);
        sameLength("offsets", upload.times().offsets(), size);
        if (upload.activity().size() > 1) {
            sameLength("activity", upload.activity().size(), size);
        }
    }

    private static void sameLength(String field, int length, int size) throws RejectedException {
        if (length != 0 && length != size) {
            throw new RejectedException(
                    RejectReason.UNEQUAL_LENGTHS, field + " has " + length + " values where others have " + size);
        }
    }

    private static void numbers(Upload upload) throws RejectedException {
        within("boot", upload.boot(), 0, MAX_UINT32);
        within("seq", upload.seq(), 0, MAX_UINT32);
        oldest(upload.oldestSeq(), upload.seq());
        within("battery", upload.batteryPercent(), -1, 100);
        within("length of firmware", upload.firmware().length(), 0, MAX_FIRMWARE_LENGTH);
        whole("firmware", upload.firmware());
        whole("calibration", upload.calibration().id());
        within("length of calibration", upload.calibration().id().length(), 0, Calibration.MAX_ID_LENGTH);
    }

    /** It comes no later than the upload's first reading; numbers go round, so one that is larger by far is from before that. */
    private static void oldest(long oldest, long seq) throws RejectedException {
        boolean wentRound = oldest - seq > MAX_UINT32 / 2 + 1 && oldest <= MAX_UINT32;
        if (!wentRound) {
            within("oldest", oldest, -1, seq);
        }
    }

    /** Half a character has no form in UTF-8, and would be another one after its first journey. */
    private static void whole(String field, String text) throws RejectedException {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new RejectedException(RejectReason.BAD_FIELD, field + " holds half a character");
        }
    }

    private static void times(Upload upload) throws RejectedException {
        SamplingTimes times = upload.times();
        within("start", times.startMillis(), 0, LAST_MILLIS);
        within("sentAt", upload.sentAtMillis(), 0, LAST_MILLIS);
        within("interval", times.intervalMillis(), upload.size() > 1 && times.isEven() ? 1 : 0, MAX_INTERVAL_MILLIS);
        for (int i = 1; i < times.offsets(); i++) {
            if (times.timeMillis(i) < times.timeMillis(i - 1)) {
                throw new RejectedException(RejectReason.BAD_FIELD, "offsets[" + i + "] runs backwards");
            }
        }
        if (upload.size() > 0) {
            within("time of the first reading", times.timeMillis(0), 0, LAST_MILLIS);
            within("time of the last reading", times.timeMillis(upload.size() - 1), 0, LAST_MILLIS);
        }
    }

    private static void within(String field, long value, long least, long most) throws RejectedException {
        if (value < least || value > most) {
            throw new RejectedException(
                    RejectReason.BAD_FIELD, field + " is " + value + "; allowed is " + least + " to " + most);
        }
    }
}
