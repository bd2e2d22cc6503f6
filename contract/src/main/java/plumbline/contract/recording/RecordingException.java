package plumbline.contract.recording;

/** A recording can't be read; the message names the line and the fault. */
public final class RecordingException extends Exception {
    private static final long serialVersionUID = 1L;

    public RecordingException(String message) {
        super(message);
    }
}
