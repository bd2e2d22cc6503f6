package plumbline.contract.device;

/** How a wearer may answer a reminder. */
public enum AnswerWord {
    SEEN,
    DONE,
    SNOOZE,
    NOT_NOW,
    DISMISS,
    PAIN
}
