package plumbline.contract.mqtt;

/** What the broker said to a message. */
public enum PublishResult {
    /** It has taken charge of it. */
    ACCEPTED,
    /** It has dropped it, as nobody subscribes to the topic. */
    NO_SUBSCRIBERS,
    /** It does not take it: not allowed, over a quota, or malformed. */
    REFUSED
}
