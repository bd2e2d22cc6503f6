package plumbline.contract.device;

/** What a wearer may report as finished. {@code NMES} is electrical muscle stimulation: counted, never recommended. */
public enum FinishedKind {
    STRETCH,
    WALK,
    STRENGTH,
    SWIM,
    NMES
}
