package plumbline.simulator.load;

import java.util.Locale;
import plumbline.contract.device.DeviceId;

/**
 * A load: so many devices, which send in turns, evenly in time.
 *
 * @param uploadsPerSecond of all devices together
 * @param resends whether devices keep their uploads until they hear that they are stored, and send them again
 * @param poisonShare which part of the uploads can't be read, 0 to 1; 0 where devices send again, since no watermark covers
 *     poison
 * @param idPrefix begins the id of each device
 */
public record LoadPlan(
        int devices,
        int uploadsPerSecond,
        int readingsPerUpload,
        boolean resends,
        double poisonShare,
        String idPrefix) {
    public static final int MAX_DEVICES = 5_000;
    public static final int MAX_UPLOADS_PER_SECOND = 100_000;
    private static final int MAX_READINGS_PER_UPLOAD = 60;
    private static final int MAX_PREFIX = 32;

    /** Throws IllegalArgumentException with a message for people. */
    public LoadPlan {
        within("devices", devices, MAX_DEVICES);
        within("uploads per second", uploadsPerSecond, MAX_UPLOADS_PER_SECOND);
        within("readings per upload", readingsPerUpload, MAX_READINGS_PER_UPLOAD);
        if (!(poisonShare >= 0 && poisonShare <= 1)) {
            throw new IllegalArgumentException("the share of poison is " + poisonShare + "; allowed is 0 to 1");
        }
        if (resends && poisonShare > 0) {
            throw new IllegalArgumentException("poison is never covered, so it can't be sent until it is");
        }
        if (idPrefix.length() > MAX_PREFIX || DeviceId.parse(idPrefix).isEmpty()) {
            throw new IllegalArgumentException("'" + idPrefix + "' can't begin a device id: 1 to " + MAX_PREFIX
                    + " of A-Z a-z 0-9 _ - are allowed");
        }
    }

    private static void within(String what, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(what + " is " + number + "; allowed is 1 to " + most);
        }
    }

    DeviceId device(int index) {
        return new DeviceId(String.format(Locale.ROOT, "%s-%05d", idPrefix, index));
    }

    /** Whether a device's upload {@code number} is poison: the poison is spread evenly. */
    boolean isPoison(long number) {
        return Math.floor((number + 1) * poisonShare) > Math.floor(number * poisonShare);
    }
}
