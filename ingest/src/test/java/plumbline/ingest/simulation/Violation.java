package plumbline.ingest.simulation;

/** Something that must always hold did not. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }

    static void unless(boolean holds, String otherwise, Object... details) {
        if (!holds) {
            throw new Violation(otherwise.formatted(details));
        }
    }
}
