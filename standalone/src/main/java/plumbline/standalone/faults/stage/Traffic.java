package plumbline.standalone.faults.stage;

/**
 * What devices send.
 *
 * @param resends whether they keep what is not covered and send it again
 * @param poisonShare of the uploads, which nobody can read
 */
public record Traffic(int devices, int uploadsPerSecond, boolean resends, double poisonShare) {
    static final int READINGS_PER_UPLOAD = 5;

    static Traffic of(Scale scale) {
        return new Traffic(scale.devices(), scale.uploadsPerSecond(), false, 0);
    }

    Traffic withUploadsPerSecond(int other) {
        return new Traffic(devices, other, resends, poisonShare);
    }

    Traffic withPoison(double share) {
        return new Traffic(devices, uploadsPerSecond, resends, share);
    }

    Traffic withResends() {
        return new Traffic(devices, uploadsPerSecond, true, poisonShare);
    }
}
