package plumbline.streams.order;

/** Where an upload stands among those of its device that arrived before it. */
public enum Place {
    /** Nothing of the device is known. */
    FIRST,

    /** It begins a boot of which nothing is known. */
    NEW_BOOT,

    /** It goes on in its boot. */
    NEXT,

    /** Later ones of its boot, or some of a later boot, came before it: nobody knows how long it was on its way. */
    OVERTAKEN
}
