package plumbline.contract.event;

/** How a device may draw attention: fewer, never louder. */
public enum Haptic {
    SHORT,
    DOUBLE
}
