package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.event.Exercise;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.reminding.Suggestions.Trigger;

/** Which exercise is suggested for what. */
class SuggestionsTest {
    static Stream<Trigger> triggers() {
        return Arrays.stream(PostureIssue.values())
                .flatMap(issue -> Stream.of(1, 2, 3).map(level -> new Trigger(issue, level, false, false)))
                .flatMap(trigger -> Stream.of(
                        trigger,
                        new Trigger(trigger.issue(), trigger.level(), true, false),
                        new Trigger(trigger.issue(), trigger.level(), false, true)));
    }

    /** What is suggested when the same trigger comes again and again. */
    private static List<String> running(Trigger trigger, int times, Set<String> avoid, boolean floor) {
        List<String> picked = new ArrayList<>();
        String last = "";
        for (int i = 0; i < times; i++) {
            last = Suggestions.pick(trigger, last, avoid, floor).orElseThrow().id();
            picked.add(last);
        }
        return picked;
    }

    @ParameterizedTest
    @CsvSource({
        "FORWARD_NECK,1,neck-roll shoulder-roll neck-roll",
        "FORWARD_NECK,2,cat-cow scapular-squeeze short-walk",
        "FORWARD_NECK,3,cat-cow scapular-squeeze short-walk",
        "ROUNDED_SHOULDERS,1,scapular-squeeze shoulder-roll scapular-squeeze",
        "ROUNDED_SHOULDERS,2,shoulder-roll cat-cow child-pose",
        "ROUNDED_SHOULDERS,3,shoulder-roll cat-cow child-pose",
        "PROLONGED_SITTING,1,stand-and-move short-walk stand-and-move",
        "PROLONGED_SITTING,2,walk short-walk walk",
        "PROLONGED_SITTING,3,walk short-walk walk"
    })
    void eachTriggerHasItsFirstAndItsAlternates(PostureIssue issue, int level, String expected) {
        assertThat(running(new Trigger(issue, level, false, false), 3, Set.of(), true))
                .isEqualTo(List.of(expected.split(" ")));
    }

    @Test
    void bothLongCallForCatCow() {
        assertThat(running(new Trigger(PostureIssue.FORWARD_NECK, 2, true, false), 2, Set.of(), true))
                .containsExactly("cat-cow", "child-pose");
    }

    @Test
    void sittingForAnHourOrMuchInTheDayCallsForAWalk() {
        assertThat(running(new Trigger(PostureIssue.PROLONGED_SITTING, 2, false, false), 1, Set.of(), false))
                .containsExactly("walk");
        assertThat(running(new Trigger(PostureIssue.PROLONGED_SITTING, 1, false, true), 1, Set.of(), false))
                .containsExactly("walk");
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void noneComesTwiceRunning(Trigger trigger) {
        for (boolean floor : new boolean[] {true, false}) {
            List<String> picked = running(trigger, 12, Set.of(), floor);
            for (int i = 1; i < picked.size(); i++) {
                assertThat(picked.get(i)).as("%s of %s", i, picked).isNotEqualTo(picked.get(i - 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void noFloorPoseAtTheDesk(Trigger trigger) {
        String last = "";
        for (int i = 0; i < 12; i++) {
            Exercise exercise = Suggestions.pick(trigger, last, Set.of(), false).orElseThrow();
            assertThat(exercise.place()).isEqualTo(Exercise.Place.DESK);
            last = exercise.id();
        }
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void whatTheWearerAvoidsIsNeverSuggested(Trigger trigger) {
        Set<String> avoid = Set.of("cat-cow", "seated-cat-cow", "neck-roll", "stand-and-move", "scapular-squeeze");

        assertThat(running(trigger, 12, avoid, true)).doesNotContainAnyElementsOf(avoid);
        assertThat(running(trigger, 12, avoid, false)).doesNotContainAnyElementsOf(avoid);
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void aWearerWhoAvoidsEverythingIsSuggestedNothing(Trigger trigger) {
        Set<String> all = StretchCatalogue.entries().stream()
                .map(entry -> entry.exercise().id())
                .collect(Collectors.toSet());

        assertThat(Suggestions.pick(trigger, "", all, true)).isEmpty();
    }

    @Test
    void theOnlyOneLeftMayComeAgain() {
        Set<String> avoid = Set.of("shoulder-roll", "scapular-squeeze", "short-walk");

        assertThat(running(new Trigger(PostureIssue.FORWARD_NECK, 1, false, false), 3, avoid, false))
                .containsExactly("neck-roll", "neck-roll", "neck-roll");
    }

    @Test
    void atTheDeskCatCowComesSeated() {
        assertThat(running(new Trigger(PostureIssue.FORWARD_NECK, 2, false, false), 1, Set.of(), false))
                .containsExactly("seated-cat-cow");
    }
}
