package plumbline.simulator.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.PostureIssue;
import plumbline.simulator.wearer.Spell;

class RosterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Instant CONNECT = Instant.parse("2026-01-05T10:00:00Z");
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theFirstWearersAreInTheMiddleOfABadSpellWhenTheyConnectWhateverTheSeed(int index) {
        List<PostureIssue> issues =
                List.of(PostureIssue.FORWARD_NECK, PostureIssue.FORWARD_NECK, PostureIssue.ROUNDED_SHOULDERS);
        for (long seed = 0; seed < 1_000; seed++) {
            Spell spell = firstSpell(seed, index, Duration.ofMinutes(10));
            Duration lead = Duration.between(spell.start(), CONNECT.plusMillis(index * 1_931L));

            assertThat(spell.issue()).as("seed %d", seed).isEqualTo(issues.get(index));
            assertThat(lead)
                    .as("seed %d", seed)
                    .isBetween(Duration.ofMinutes(index == 2 ? 9 : 7), Duration.ofMinutes(index == 2 ? 10 : 9));
            assertThat(Duration.between(CONNECT, spell.end()))
                    .as("seed %d", seed)
                    .isGreaterThan(FIVE_MINUTES);
            assertThat(spell.fidgets()).isZero();
        }
    }

    @Test
    void withoutAHeadStartTheOpeningSpellBeginsAtOnce() {
        Spell spell = firstSpell(42, 0, Duration.ZERO);

        assertThat(spell.start()).isEqualTo(CONNECT);
        assertThat(Duration.between(spell.start(), spell.end())).isGreaterThan(FIVE_MINUTES);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whoHasBeenAtItForHoursHasGotUpMeanwhile(int index) {
        for (long seed = 0; seed < 100; seed++) {
            assertThat(firstSpell(seed, index, Duration.ofHours(8)).end())
                    .as("seed %d", seed)
                    .isBefore(CONNECT);
        }
    }

    @Test
    void inALaterRunEachIsTheSameDeviceStartedAgain() {
        PlayPlan plan = plan(1, 42, Duration.ofMinutes(10));
        long boot = boot(plan, CONNECT);

        assertThat(boot(plan, CONNECT)).isEqualTo(boot);
        assertThat(boot(plan, CONNECT.plusSeconds(60))).isGreaterThan(boot);
    }

    private static long boot(PlayPlan plan, Instant connect) {
        return Roster.of(plan, connect, PATIENCE).get(0).device().status().boot();
    }

    @Test
    void everyPersonaTakesPartFromSevenDevicesOn() {
        assertThat(IntStream.range(0, 7).mapToObj(Roster::id).map(DeviceId::value))
                .containsExactly("sim-0001", "sim-0002", "sim-0003", "sim-0004", "sim-0005", "sim-0006", "sim-0007");
        assertThat(Roster.of(plan(7, 1, Duration.ZERO), CONNECT, PATIENCE)).hasSize(7);
    }

    @Test
    void formsAlternateAndHalfOfEachStateTheirs() {
        List<UploadEncoding> four = IntStream.range(0, 4)
                .mapToObj(i -> UploadEncoding.of(UploadFormat.MIXED, i))
                .toList();

        assertThat(four).doesNotHaveDuplicates();
    }

    private static Spell firstSpell(long seed, int index, Duration headStart) {
        var device = Roster.of(plan(3, seed, headStart), CONNECT, PATIENCE)
                .get(index)
                .device();
        for (long minute = 1; ; minute++) {
            device.advance(CONNECT.toEpochMilli() + minute * 60_000);
            List<Spell> spells = device.takeSpells();
            if (!spells.isEmpty()) {
                return spells.get(0);
            }
        }
    }

    private static PlayPlan plan(int devices, long seed, Duration headStart) {
        return new PlayPlan(devices, seed, headStart, UploadFormat.MIXED);
    }
}
