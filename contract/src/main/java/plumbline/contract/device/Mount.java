package plumbline.contract.device;

/** Where the sensor is worn. The order is that of the binary upload. */
public enum Mount {
    UNKNOWN,
    C7,
    OCCIPUT,
    UPPER_BACK,
    EARBUD,
    GLASSES,
    CHAIR
}
