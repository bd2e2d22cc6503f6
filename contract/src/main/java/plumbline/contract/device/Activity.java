package plumbline.contract.device;

/** What the wearer is doing, as the device sees it. The order is that of the binary upload. */
public enum Activity {
    UNKNOWN,
    SITTING,
    STANDING,
    WALKING,
    LYING,
    OFF_BODY
}
