package plumbline.standalone.doctor.finding;

/**
 * One thing that was looked at.
 *
 * @param subject what it is about, in a word
 * @param text what was found, and where it is not fine what to change
 */
public record Finding(Verdict verdict, String subject, String text) {
    /** How it is. */
    public enum Verdict {
        FINE("ok"),
        LOOK("look"),
        WRONG("WRONG");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }
    }

    /** As it should be. */
    public static Finding fine(String subject, String text) {
        return new Finding(Verdict.FINE, subject, text);
    }

    /** It works, and may not do for what is planned. */
    public static Finding look(String subject, String text) {
        return new Finding(Verdict.LOOK, subject, text);
    }

    /** A promise can't be kept like this. */
    public static Finding wrong(String subject, String text) {
        return new Finding(Verdict.WRONG, subject, text);
    }

    public boolean isWrong() {
        return verdict == Verdict.WRONG;
    }

    /** On one line, for people. */
    public String line() {
        return String.format("%-6s %-6s %s", verdict.word, subject, text);
    }
}
