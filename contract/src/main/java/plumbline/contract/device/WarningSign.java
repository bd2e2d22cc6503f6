package plumbline.contract.device;

/** Signs beside back pain that call for a doctor at once. */
public enum WarningSign {
    FEVER,
    RADIATING,
    BOWEL_BLADDER,
    ACCIDENT
}
