package plumbline.contract.event;

/** How one reading counts for one issue. {@code NEUTRAL}: walking; {@code UNKNOWN}: not measured or not calibrated. */
public enum PostureClass {
    UNKNOWN,
    GOOD,
    BAD,
    NEUTRAL
}
