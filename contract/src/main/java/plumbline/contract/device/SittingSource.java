package plumbline.contract.device;

/** What saw the wearer sit. The order is that of the binary upload. */
public enum SittingSource {
    UNKNOWN,
    THIGH,
    HIP,
    CHAIR
}
