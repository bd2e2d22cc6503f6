package plumbline.contract.event;

/** How far an episode has come. */
public enum EpisodeState {
    CANDIDATE,
    ACTIVE,
    LONG,
    CLOSED
}
