package plumbline.streams.order;

/** Where an upload stands among those of its device that arrived before it. */
public enum Place {
    /** Nothing of the device is known. */
    FIRST,

    /** It goes on, in its boot or with another one. */
    NEXT,

    /** Later ones of its boot came before it, so that nobody knows how long it was on its way. */
    OVERTAKEN
}
