package plumbline.simulator.wearer;

/** A range of degrees, forward of upright, from which the mean angle of a stretch is drawn. */
public record Angles(double least, double most) {
    /** Far enough below 15 degrees that sway and sensor noise never make it forward neck. */
    static final Angles GOOD_NECK = new Angles(2, 9);

    /** Far enough below 10 degrees that sway and sensor noise never make it rounded shoulders. */
    static final Angles GOOD_SHOULDERS = new Angles(0, 4.5);

    double draw(Chance chance) {
        return chance.between(least, most);
    }
}
