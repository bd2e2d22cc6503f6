package plumbline.streams;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.SittingSource;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.device.Upload;

/**
 * A wearer who does as the test says. A reading is taken at the beginning of each second of {@code bad(60)}, so the last
 * of those seconds is credited by the first reading of what comes next.
 */
public final class Sitter {
    /** A Wednesday, ten in the morning in UTC. */
    public static final Instant BEGIN = Instant.parse("2026-03-04T10:00:00Z");

    public static final double BAD_NECK = 30;
    public static final double BAD_SHOULDERS = 20;
    private static final double NOTHING = Double.NaN;

    private final Consumer<Upload> device;
    private long nowMillis = BEGIN.toEpochMilli();
    private long boot = 1;
    private long seq;
    private int intervalMillis = 1_000;
    private int perUpload = 10;
    private Mount mount = Mount.C7;
    private Calibration calibration = new Calibration("c1", 0, 0);
    private boolean historical;
    private boolean saysWhenSent;

    /** {@code device} takes each upload as soon as it is full, at the latest when the wearer does something else. */
    public Sitter(Consumer<Upload> device) {
        this.device = device;
    }

    public Sitter at(Instant now) {
        nowMillis = now.toEpochMilli();
        return this;
    }

    public Sitter every(int millis) {
        intervalMillis = millis;
        return this;
    }

    public Sitter perUpload(int readings) {
        perUpload = readings;
        return this;
    }

    public Sitter mount(Mount worn) {
        mount = worn;
        return this;
    }

    public Sitter calibration(String id, double neck, double shoulder) {
        calibration = new Calibration(id, AngleColumn.toDecidegrees(neck), AngleColumn.toDecidegrees(shoulder));
        return this;
    }

    public Sitter uncalibrated() {
        calibration = Calibration.NONE;
        return this;
    }

    public Sitter historical(boolean offline) {
        historical = offline;
        return this;
    }

    public Sitter saysWhenSent() {
        saysWhenSent = true;
        return this;
    }

    public Sitter restarts() {
        boot++;
        seq = 0;
        return this;
    }

    /** What follows is of that boot. */
    public Sitter boot(long number) {
        boot = number;
        return this;
    }

    /** What follows is counted from there. */
    public Sitter seq(long number) {
        seq = number;
        return this;
    }

    public Sitter bad(int seconds) {
        return neck(BAD_NECK, seconds);
    }

    public Sitter good(int seconds) {
        return neck(0, seconds);
    }

    public Sitter neck(double degrees, int seconds) {
        return does(Activity.UNKNOWN, degrees, NOTHING, seconds);
    }

    public Sitter shoulders(double degrees, int seconds) {
        return does(Activity.UNKNOWN, NOTHING, degrees, seconds);
    }

    /** Neck and shoulders both bad. */
    public Sitter slumps(int seconds) {
        return does(Activity.UNKNOWN, BAD_NECK, BAD_SHOULDERS, seconds);
    }

    public Sitter sits(int seconds) {
        return does(Activity.SITTING, NOTHING, NOTHING, seconds);
    }

    public Sitter stands(int seconds) {
        return does(Activity.STANDING, NOTHING, NOTHING, seconds);
    }

    public Sitter walks(int seconds) {
        return does(Activity.WALKING, 0, 0, seconds);
    }

    public Sitter liesDown() {
        return does(Activity.LYING, 0, 0, 1);
    }

    public Sitter takesItOff() {
        return does(Activity.OFF_BODY, 0, 0, 1);
    }

    /** Time passes without a reading. */
    public Sitter silent(double seconds) {
        nowMillis += Math.round(seconds * 1_000);
        return this;
    }

    public Sitter does(Activity activity, double neck, double shoulder, int seconds) {
        int left = (int) (seconds * 1_000L / intervalMillis);
        while (left > 0) {
            int count = Math.min(left, perUpload);
            send(count, column(neck, count), column(shoulder, count), List.of(activity), List.of());
            nowMillis += (long) count * intervalMillis;
            left -= count;
        }
        return this;
    }

    /** One upload of one reading for each angle. */
    public Sitter necks(double... degrees) {
        send(degrees.length, AngleColumn.ofDegrees(degrees), AngleColumn.EMPTY, List.of(), List.of());
        nowMillis += (long) degrees.length * intervalMillis;
        return this;
    }

    /** One upload of one span, in seconds since {@link #BEGIN}; time goes on to its end. */
    public Sitter satFrom(long fromSeconds, long toSeconds) {
        SittingSpan span = span(fromSeconds, toSeconds);
        nowMillis = span.toMillis();
        send(0, AngleColumn.EMPTY, AngleColumn.EMPTY, List.of(), List.of(span));
        return this;
    }

    /** One upload of readings and spans. */
    public Sitter doesWhereSat(Activity activity, int readings, SittingSpan... spans) {
        send(readings, column(0, readings), AngleColumn.EMPTY, List.of(activity), List.of(spans));
        nowMillis += (long) readings * intervalMillis;
        return this;
    }

    /** In seconds since {@link #BEGIN}. */
    public static SittingSpan span(long fromSeconds, long toSeconds) {
        long begin = BEGIN.toEpochMilli();
        return new SittingSpan(begin + fromSeconds * 1_000, begin + toSeconds * 1_000, SittingSource.CHAIR);
    }

    private static AngleColumn column(double degrees, int count) {
        double[] column = new double[count];
        Arrays.fill(column, degrees);
        return AngleColumn.ofDegrees(column);
    }

    private void send(
            int count, AngleColumn neck, AngleColumn shoulder, List<Activity> activity, List<SittingSpan> spans) {
        Upload upload = new Upload(
                boot,
                seq,
                SamplingTimes.every(nowMillis, intervalMillis),
                neck,
                shoulder,
                activity,
                saysWhenSent ? nowMillis + (long) count * intervalMillis : 0,
                mount,
                calibration,
                spans,
                -1,
                "",
                historical,
                -1);
        seq += upload.identities();
        device.accept(upload);
    }
}
