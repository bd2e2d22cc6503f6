package plumbline.standalone;

import java.time.Instant;
import java.util.Collections;

/** Uploads as somebody would write them by hand. */
final class UploadTexts {
    private UploadTexts() {}

    /** A neck held 30 degrees forward for {@code seconds} up to now, a reading a second. */
    static String forwardNeck(Instant now, int seconds, long seq) {
        return """
                {"v":1,"boot":1,"seq":%d,"start":%d,"interval":1000,"mount":"c7","calibration":"c1",
                 "neck":%s,"activity":"standing"}""".formatted(seq, now.minusSeconds(seconds).toEpochMilli(), Collections.nCopies(seconds + 1, 30.0));
    }
}
