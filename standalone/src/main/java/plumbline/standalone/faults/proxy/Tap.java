package plumbline.standalone.faults.proxy;

/** Listens to one connection, and may change what goes up. Called by two threads, one each way. */
public interface Tap {
    /** A tap that is not interested. */
    Tap NONE = new Tap() {
        @Override
        public void up(byte[] bytes, int length) {}

        @Override
        public void down(byte[] bytes, int length) {}
    };

    /** The first {@code length} of {@code bytes} go to the server, as they are once this returns. */
    void up(byte[] bytes, int length);

    /** The first {@code length} of {@code bytes} go to the client. */
    void down(byte[] bytes, int length);
}
