package plumbline.streams.reminding;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.event.Exercise;
import plumbline.contract.event.PostureIssue;

/** Which exercise suits which trigger: the first one, and others so that none comes twice running. */
final class Suggestions {
    private static final List<String> NECK = List.of("neck-roll", "shoulder-roll");
    private static final List<String> NECK_LONGER = List.of("cat-cow", "scapular-squeeze", "short-walk");
    private static final List<String> SHOULDERS = List.of("scapular-squeeze", "shoulder-roll");
    private static final List<String> SHOULDERS_LONGER = List.of("shoulder-roll", "cat-cow", "child-pose");
    private static final List<String> BOTH = List.of("cat-cow", "child-pose");
    private static final List<String> SITTING = List.of("stand-and-move", "short-walk");
    private static final List<String> SITTING_LONGER = List.of("walk", "short-walk");

    /** Where nothing above suits the wearer and the place. */
    private static final List<String> OTHERWISE = List.of("shoulder-roll", "scapular-squeeze", "short-walk");

    private Suggestions() {}

    /**
     * The exercise to suggest, or nothing where the wearer avoids all that would suit.
     *
     * @param last id of the exercise suggested before, empty at first; not suggested again while there is another
     * @param avoid ids the wearer does not want
     */
    static Optional<Exercise> pick(Trigger trigger, String last, Set<String> avoid, boolean floor) {
        List<Exercise> suited = suited(candidates(trigger), avoid, floor);
        return rotate(suited, last)
                .or(() -> rotate(suited(OTHERWISE, avoid, floor), last))
                .or(() -> suited.stream().findFirst());
    }

    /** What a reminder is about: its main issue and level, with the other angle or a day of sitting behind it. */
    record Trigger(PostureIssue issue, int level, boolean bothAngles, boolean muchSatToday) {}

    private static List<String> candidates(Trigger trigger) {
        boolean longer = trigger.level() >= 2;
        return switch (trigger.issue()) {
            case PROLONGED_SITTING -> longer || trigger.muchSatToday() ? SITTING_LONGER : SITTING;
            case FORWARD_NECK -> trigger.bothAngles() ? BOTH : longer ? NECK_LONGER : NECK;
            case ROUNDED_SHOULDERS -> trigger.bothAngles() ? BOTH : longer ? SHOULDERS_LONGER : SHOULDERS;
        };
    }

    private static List<Exercise> suited(List<String> ids, Set<String> avoid, boolean floor) {
        return ids.stream()
                .map(id -> StretchCatalogue.suited(id, floor))
                .flatMap(Optional::stream)
                .filter(exercise -> !avoid.contains(exercise.id()))
                .toList();
    }

    /** The one after the last suggested, or the first; nothing where only the last one itself is left. */
    private static Optional<Exercise> rotate(List<Exercise> exercises, String last) {
        int before = exercises.stream().map(Exercise::id).toList().indexOf(last);
        return exercises.size() == (before < 0 ? 0 : 1)
                ? Optional.empty()
                : Optional.of(exercises.get((before + 1) % exercises.size()));
    }
}
