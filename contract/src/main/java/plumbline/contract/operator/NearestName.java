package plumbline.contract.operator;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody who mistyped a name most likely meant. */
public final class NearestName {
    private NearestName() {}

    /** The known name that takes the fewest edits from {@code typed}, where that is at most a third of its letters. */
    public static Optional<String> to(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(name -> edits(typed, name)).thenComparing(name -> name))
                .filter(name -> edits(typed, name) <= Math.max(1, name.length() / 3));
    }

    /** {@code "; did you mean X?"}, or nothing. */
    public static String hint(String typed, Collection<String> known) {
        return to(typed, known).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /** Levenshtein distance. */
    private static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[to.length()];
    }
}
