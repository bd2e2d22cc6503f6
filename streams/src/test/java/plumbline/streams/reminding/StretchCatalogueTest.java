package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.event.Exercise;

/** Every exercise is complete, gentle in its words, and knows its place. */
class StretchCatalogueTest {
    private static final Set<String> IDS = StretchCatalogue.entries().stream()
            .map(entry -> entry.exercise().id())
            .collect(Collectors.toUnmodifiableSet());

    static Stream<CatalogueEntry> entries() {
        return StretchCatalogue.entries().stream();
    }

    @Test
    void theExercisesOfTheTableAreAllThere() {
        assertThat(IDS)
                .containsExactlyInAnyOrder(
                        "neck-roll",
                        "shoulder-roll",
                        "scapular-squeeze",
                        "cat-cow",
                        "seated-cat-cow",
                        "child-pose",
                        "short-walk",
                        "stand-and-move",
                        "walk");
    }

    @Test
    void theirOrderIsThatOfTheStatesFormatSoNewOnesComeLast() {
        assertThat(StretchCatalogue.entries())
                .extracting(entry -> entry.exercise().id())
                .startsWith(
                        "neck-roll",
                        "shoulder-roll",
                        "scapular-squeeze",
                        "cat-cow",
                        "seated-cat-cow",
                        "child-pose",
                        "short-walk",
                        "stand-and-move",
                        "walk");
    }

    @Test
    void aPlaceInTheOrderStandsForItsExercise() {
        assertThat(IDS)
                .allSatisfy(id -> assertThat(StretchCatalogue.at(StretchCatalogue.place(id)))
                        .isEqualTo(id));
        assertThat(StretchCatalogue.at(StretchCatalogue.place(""))).isEmpty();
        assertThat(StretchCatalogue.at(IDS.size())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEntryIsComplete(CatalogueEntry entry) {
        Exercise exercise = entry.exercise();
        assertThat(exercise.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(exercise.name()).isNotBlank();
        assertThat(exercise.seconds()).isBetween(10, 900);
        assertThat(exercise.repetitions()).isBetween(0, 20);
        assertThat(exercise.steps()).isNotEmpty().allMatch(step -> step.endsWith("."));
        assertThat(exercise.caution()).isNotBlank();
        assertThat(exercise.why()).isNotBlank();
        assertThat(entry.issues()).isNotEmpty();
        assertThat(entry.minLevel()).isBetween(1, 3);
        assertThat(entry.source()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void noStepAsksForForce(CatalogueEntry entry) {
        String steps = String.join(" ", entry.exercise().steps()).toLowerCase(Locale.ROOT);

        assertThat(steps).doesNotContain("push", "pull", "force", "twist", "jerk", "bounce", "as far as");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whereACautionSpeaksOfForceItSaysNo(CatalogueEntry entry) {
        String caution = entry.exercise().caution().toLowerCase(Locale.ROOT);

        assertThat(caution.replace("no pushing", "")
                        .replace("without pressing", "")
                        .replace("no straining", ""))
                .doesNotContain("push", "pull", "force", "press", "strain");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aStretchEndsWhereItHurts(CatalogueEntry entry) {
        boolean walking = Set.of("short-walk", "stand-and-move", "walk")
                .contains(entry.exercise().id());

        assertThat(entry.exercise().caution()).contains(walking ? "At your own pace" : "Stop if it hurts");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void whyPromisesNothing(CatalogueEntry entry) {
        assertThat(entry.exercise().why().toLowerCase(Locale.ROOT))
                .doesNotContain("will ", "cure", "heal", "fix", "prevent", "you should", "bad posture");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aDeskFormIsInTheCatalogueAndAtTheDesk(CatalogueEntry entry) {
        String deskForm = entry.deskForm();
        if (deskForm != null) {
            assertThat(IDS).contains(deskForm);
            assertThat(StretchCatalogue.suited(deskForm, false))
                    .hasValueSatisfying(form -> assertThat(form.place()).isEqualTo(Exercise.Place.DESK));
        }
    }

    @Test
    void aFloorPoseWithoutADeskFormDoesNotSuitTheDesk() {
        assertThat(StretchCatalogue.suited("child-pose", false)).isEmpty();
        assertThat(StretchCatalogue.suited("child-pose", true))
                .map(Exercise::id)
                .contains("child-pose");
    }

    @Test
    void anIdThatIsNotInTheCatalogueIsOurFault() {
        assertThatThrownBy(() -> StretchCatalogue.suited("headstand", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("headstand");
    }
}
