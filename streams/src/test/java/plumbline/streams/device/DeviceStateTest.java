package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.Upload;
import plumbline.contract.device.WarningSign;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Profile;
import plumbline.streams.Sitter;
import plumbline.streams.state.StateWriter;

/** What a device's bytes hold is all that its future depends on. */
class DeviceStateTest {
    /** Some devices number their boots by the seconds since 1970. */
    static final long A_LARGE_BOOT = 1_780_000_000L;

    private static final Instant WITHOUT_A_DATE = Instant.parse("2000-01-01T00:00:00Z");

    @RepeatedTest(12)
    void storedBetweenAnyTwoInputsTheFutureIsTheSame(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Device kept = Device.kept();
        Device stored = Device.storedEachTime();
        Random random = new Random(seed);
        for (Upload upload : RandomDay.uploads(seed)) {
            kept.take(upload);
            stored.take(upload);
            if (random.nextInt(40) == 0) {
                Answer answer = answer(random, kept.arrivalMillis, kept);
                kept.answers(answer);
                stored.answers(answer);
            }
        }

        assertThat(stored.effects).as("seed %d", seed).isEqualTo(kept.effects);
        assertThat(stored.bytes()).as("seed %d", seed).isEqualTo(kept.bytes());
        assertThat(kept.episodes()).as("seed %d tells of something", seed).isNotEmpty();
    }

    private static Answer answer(Random random, long atMillis, Device device) {
        List<AnswerWord> words = List.of(AnswerWord.values());
        String reminder = device.reminders().isEmpty()
                ? "none"
                : device.reminders().get(0).id();
        Instant at = Instant.ofEpochMilli(atMillis);
        return new Answer.ToReminder(at, reminder, words.get(random.nextInt(words.size())), 5);
    }

    @Test
    void howFarAClockIsOffIsKept() {
        long seed = 11;
        Random random = new Random(seed);
        Device kept = Device.kept();
        Device stored = Device.storedEachTime();
        new Sitter(upload -> {
                    long arrival = Sitter.BEGIN.toEpochMilli() + upload.sentAtMillis() + random.nextInt(20_000);
                    kept.arrives(upload, arrival);
                    stored.arrives(upload, arrival);
                })
                .at(Instant.EPOCH)
                .saysWhenSent()
                .bad(500);

        assertThat(stored.effects).as("seed %d", seed).isEqualTo(kept.effects);
        assertThat(kept.reminders()).hasSize(1);
    }

    @Test
    void aProfileIsKept() {
        Device stored = Device.storedEachTime();
        Instant until = Sitter.BEGIN.plusSeconds(450);
        stored.profile(
                new Profile(1, "Europe/Berlin", Map.of("forward-neck.long", "2m"), List.of("neck-roll"), true, until));
        new Sitter(stored::take).perUpload(1).bad(451);

        assertThat(stored.reminders()).hasSize(1);
        assertThat(stored.reminders().get(0).raisedAt()).isEqualTo(until);
        assertThat(stored.reminders().get(0).text()).doesNotContain("neck roll");
    }

    @Test
    void inTheThickOfItItFitsIntoHalfAKilobyte() {
        Device device = Device.kept();
        Random random = new Random(7);
        Sitter sitter = new Sitter(device::take);
        for (int i = 0; i < 1_200; i++) {
            sitter.does(Activity.SITTING, 20 + random.nextInt(40), 15 + random.nextInt(30), 2);
        }

        assertThat(device.statuses().get(device.statuses().size() - 1).issues()).hasSize(3);
        for (PostureIssue issue : PostureIssue.values()) {
            assertThat(device.episodes())
                    .filteredOn(episode -> episode.issue() == issue)
                    .last()
                    .matches(episode -> episode.state() == EpisodeState.LONG);
        }
        assertThat(device.bytes().length).isLessThanOrEqualTo(512);
    }

    @RepeatedTest(5)
    void aWeekAtADeskFitsIntoHalfAKilobyteThroughout(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Device device = Device.kept();
        AtomicInteger most = new AtomicInteger();
        Sitter sitter = new Sitter(upload -> {
            device.take(upload);
            most.accumulateAndGet(device.bytes().length, Math::max);
        });
        aWeekAtADesk(seed, false, sitter.boot(A_LARGE_BOOT));

        assertThat(most.get()).as("seed %d", seed).isBetween(256, 512);
    }

    @RepeatedTest(5)
    void withoutADateAndStartedAnewTwiceADayToo(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Device device = Device.kept();
        Map<Long, Long> offsets = new HashMap<>();
        AtomicInteger most = new AtomicInteger();
        Sitter sitter = new Sitter(upload -> {
            long begin = upload.times().startMillis();
            long end = begin + (long) upload.size() * upload.times().intervalMillis();
            long offset = offsets.computeIfAbsent(upload.boot(), boot -> begin - WITHOUT_A_DATE.toEpochMilli());
            device.arrives(upload.later(-offset).sentAt(end - offset, -1), end);
            most.accumulateAndGet(settledBytes(device), Math::max);
        });
        aWeekAtADesk(seed, true, sitter);

        assertThat(offsets).hasSize(14);
        assertThat(DeviceState.ofBytes(device.bytes()).clock.offsetMillis(14)).isEqualTo(offsets.get(14L));
        assertThat(device.rejections()).isEmpty();
        assertThat(most.get()).as("seed %d", seed).isBetween(256, 512);
    }

    private static void aWeekAtADesk(long seed, boolean restarts, Sitter sitter) {
        Random random = new Random(seed);
        sitter.perUpload(60);
        for (int day = 0; day < 7; day++) {
            for (int hour = 0; hour < 8; hour++) {
                for (int posture = 0; posture < 6; posture++) {
                    int neck = 5 + random.nextInt(40);
                    sitter.does(Activity.SITTING, neck, random.nextInt(30), 300 + random.nextInt(300));
                }
                sitter.walks(60 + random.nextInt(300)).silent(hour == 3 ? 4_000 : 0);
                if (restarts && hour % 4 == 3) {
                    sitter.restarts();
                }
            }
            sitter.silent(15 * 3_600);
        }
    }

    /** The size of a state in which nothing waits, else 0. */
    private static int settledBytes(Device device) {
        byte[] bytes = device.bytes();
        DeviceState state = DeviceState.ofBytes(bytes);
        return state.order.isEmpty() && state.late.isEmpty() ? bytes.length : 0;
    }

    @Test
    void aClockThatIsRightTakesOneByteForHoweverManyBoots() {
        Device device = Device.kept();
        Sitter sitter = new Sitter(upload -> device.arrives(upload, upload.sentAtMillis() + 20_000)).saysWhenSent();
        for (int boot = 0; boot < 5; boot++) {
            sitter.bad(50).restarts();
        }

        assertThat(clockBytes(device)).isEqualTo(1);
    }

    @Test
    void theClocksOfFourBootsWithoutADateTakeAtMostTwentyBytes() {
        Device device = Device.kept();
        for (int boot = 0; boot < 5; boot++) {
            long off = Duration.between(WITHOUT_A_DATE, Sitter.BEGIN).toMillis() + boot * 40_000_000L;
            Sitter sitter = new Sitter(upload -> device.arrives(upload, upload.sentAtMillis() + off));
            for (int before = 0; before < boot; before++) {
                sitter.restarts();
            }
            sitter.at(WITHOUT_A_DATE).saysWhenSent().bad(50);
        }

        assertThat(clockBytes(device)).isEqualTo(20);
    }

    private static int clockBytes(Device device) {
        DeviceState state = DeviceState.ofBytes(device.bytes());
        StateWriter out = new StateWriter();
        state.clock.write(out, state.seen);
        return out.toBytes().length - new StateWriter().toBytes().length;
    }

    /** Restarted, worn elsewhere, calibrated and taken off, again and again, by a wearer in pain. */
    @Test
    void anyDayFitsIntoHalfAKilobyteWhileNothingWaits() {
        for (long seed = 1; seed <= 500; seed++) {
            Device device = Device.kept();
            for (Upload upload : RandomDay.uploads(seed)) {
                device.take(upload);
                reportsPainOnceAnHour(device);
                assertThat(settledBytes(device)).as("seed %d", seed).isLessThanOrEqualTo(512);
            }
        }
    }

    private static void reportsPainOnceAnHour(Device device) {
        Instant hour = Instant.ofEpochMilli(device.arrivalMillis).truncatedTo(ChronoUnit.HOURS);
        device.answers(new Answer.PainCheckIn(hour.plusMillis(345), 1, false, Set.of(WarningSign.FEVER)));
    }

    @Test
    void anUnknownVersionIsOurFault() {
        assertThatThrownBy(() -> DeviceState.ofBytes(new byte[] {8}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 4; known are 2 to 3");
    }

    @Test
    void bytesBehindTheEndAreOurFault() {
        byte[] bytes = new DeviceState().toBytes();

        assertThatThrownBy(() -> DeviceState.ofBytes(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(IllegalStateException.class);
    }
}
