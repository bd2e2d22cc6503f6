package plumbline.standalone.faults.posture;

import java.time.Duration;
import java.util.List;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;

/** The clocks of some devices are wrong, each in its own way; every second one of them says when it sends. */
public final class WrongClocks implements Disturbance {
    private static final Duration STEP = Duration.ofHours(1);
    private static final int STEP_EVERY = 10;

    private final int oneOf;

    /** @param oneOf so many devices has a wrong clock */
    public WrongClocks(int oneOf) {
        this.oneOf = oneOf;
    }

    private enum Fault {
        HOURS_AHEAD,
        DAY_AHEAD,
        YEARS_AHEAD,
        DAY_BEHIND,
        STEPPED,
        FROZEN;

        /** How far it is off when the reading {@code seq} is taken. */
        Duration off(long seq) {
            return switch (this) {
                case HOURS_AHEAD -> Duration.ofHours(2);
                case DAY_AHEAD -> Duration.ofDays(1);
                case YEARS_AHEAD -> Duration.ofDays(3_652);
                case DAY_BEHIND -> Duration.ofDays(-1);
                case STEPPED -> STEP.multipliedBy(seq / STEP_EVERY % 3 - 1);
                case FROZEN -> Duration.ofSeconds(-seq);
            };
        }
    }

    @Override
    public boolean spares(DeviceId device) {
        return Uploads.numberOf(device) % oneOf != 0;
    }

    @Override
    public List<Delivery> of(Delivery clean) {
        if (spares(clean.device())) {
            return List.of(clean);
        }
        int number = Uploads.numberOf(clean.device()) / oneOf;
        Upload upload = clean.upload();
        Duration off = Fault.values()[number % Fault.values().length].off(upload.seq());
        boolean saysWhen = number / Fault.values().length % 2 == 1;
        return List.of(clean.with(Uploads.moved(upload, off.toMillis(), saysWhen)));
    }
}
