package plumbline.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Upload;
import plumbline.contract.event.PostureIssue;
import plumbline.simulator.wearer.Persona;
import plumbline.simulator.wearer.Personas;
import plumbline.simulator.wearer.Spell;

/** The readings of a day say what the truth says: bad in a spell but for its fidgets, good outside. */
class TruthAndReadingsTest {
    private static final int SEEDS = 8;
    private static final Duration DAY = Duration.ofHours(10);
    private static final int ENTER_NECK = 200;
    private static final int LEAVE_NECK = 150;
    private static final int ENTER_SHOULDERS = 150;
    private static final int LEAVE_SHOULDERS = 100;

    static List<Persona> personas() {
        return Personas.ALL;
    }

    @ParameterizedTest
    @MethodSource("personas")
    void readingsAgreeWithTheTruth(Persona persona) {
        for (long seed = 0; seed < SEEDS; seed++) {
            String run = persona.name() + ", seed " + seed;
            SimulatedDay day = SimulatedDay.of(persona, seed, DAY);
            check(run, PostureIssue.FORWARD_NECK, day.spells(), neck(day), ENTER_NECK, LEAVE_NECK);
            check(run, PostureIssue.ROUNDED_SHOULDERS, day.spells(), shoulders(day), ENTER_SHOULDERS, LEAVE_SHOULDERS);
            checkSitting(run, day);
        }
    }

    private static void check(
            String run, PostureIssue issue, List<Spell> all, TreeMap<Long, Integer> angles, int enter, int leave) {
        TreeMap<Long, Integer> outside = new TreeMap<>(angles);
        for (Spell spell : all) {
            if (spell.issue() == issue) {
                var inside =
                        angles.subMap(spell.start().toEpochMilli(), spell.end().toEpochMilli());
                long good =
                        inside.values().stream().filter(angle -> angle <= leave).count();
                assertThat(inside.values())
                        .as("%s, %s", run, spell)
                        .allMatch(angle -> angle >= enter || angle <= leave);
                assertThat((double) good)
                        .as("%s, %s", run, spell)
                        .isCloseTo(spell.fidgets().toMillis() / 1_000.0, within(3 + good * 0.2));
                inside.keySet().forEach(outside::remove);
            }
        }
        assertThat(outside.values()).as("%s outside of %s", run, issue).allMatch(angle -> angle <= leave);
    }

    private static void checkSitting(String run, SimulatedDay day) {
        long sitting = day.spells().stream()
                .filter(spell -> spell.issue() == PostureIssue.PROLONGED_SITTING)
                .mapToLong(spell -> spell.held().toMillis())
                .sum();
        long readings = day.uploads().stream()
                .mapToLong(upload -> java.util.stream.IntStream.range(0, upload.size())
                        .filter(i -> upload.activity(i) == Activity.SITTING)
                        .count())
                .sum();
        assertThat((double) readings).as(run).isCloseTo(sitting / 1_000.0, within(60.0));
    }

    private static TreeMap<Long, Integer> neck(SimulatedDay day) {
        TreeMap<Long, Integer> angles = new TreeMap<>(Comparator.naturalOrder());
        for (Upload upload : day.uploads()) {
            put(upload, upload.neck(), upload.calibration().neckDecidegrees(), angles);
        }
        return angles;
    }

    private static TreeMap<Long, Integer> shoulders(SimulatedDay day) {
        TreeMap<Long, Integer> angles = new TreeMap<>(Comparator.naturalOrder());
        for (Upload upload : day.uploads()) {
            put(upload, upload.shoulder(), upload.calibration().shoulderDecidegrees(), angles);
        }
        return angles;
    }

    private static void put(Upload upload, AngleColumn column, int reference, TreeMap<Long, Integer> angles) {
        for (int i = 0; i < upload.size(); i++) {
            if (column.decidegrees(i) != AngleColumn.MISSING) {
                angles.put(upload.times().timeMillis(i), column.decidegrees(i) - reference);
            }
        }
    }
}
