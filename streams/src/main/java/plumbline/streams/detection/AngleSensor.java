package plumbline.streams.detection;

import java.util.List;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.event.PostureClass;
import plumbline.streams.state.StateReader;
import plumbline.streams.state.StateWriter;

/** One angle of one device: filtered, and classified with hysteresis. */
final class AngleSensor {
    private static final List<PostureClass> CLASSES = List.of(PostureClass.values());

    private AngleFilter filter = new AngleFilter();
    private PostureClass before = PostureClass.UNKNOWN;
    private int newest = AngleColumn.MISSING;

    /** The angle where it can be believed, else {@link AngleColumn#MISSING}; drops are counted. */
    int take(int decidegrees, DroppedAngles dropped) {
        newest = switch (filter.judge(decidegrees)) {
            case KEPT -> decidegrees;
            case MISSING -> AngleColumn.MISSING;
            case OUT_OF_RANGE -> dropped.outOfRange();
            case JUMP -> dropped.jump();
        };
        return newest;
    }

    PostureClass classify(int decidegrees, AngleThresholds thresholds) {
        before = thresholds.classify(decidegrees, before);
        return before;
    }

    /** The newest angle that was taken, for display. */
    int newest() {
        return newest;
    }

    /** What comes next does not continue what was: a long hole, another calibration, the device was off. */
    void forget() {
        filter = new AngleFilter();
        before = PostureClass.UNKNOWN;
        newest = AngleColumn.MISSING;
    }

    void write(StateWriter out) {
        filter.write(out);
        out.word(before).number(newest);
    }

    static AngleSensor read(StateReader in) {
        AngleSensor sensor = new AngleSensor();
        sensor.filter = AngleFilter.read(in);
        sensor.before = in.word(CLASSES);
        sensor.newest = in.integer();
        return sensor;
    }
}
