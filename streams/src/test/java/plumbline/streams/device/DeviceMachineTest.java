package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.SittingSource;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.device.StoredWatermark;
import plumbline.contract.device.Upload;
import plumbline.contract.event.Profile;
import plumbline.contract.event.RejectReason;
import plumbline.streams.Sitter;
import plumbline.streams.order.UploadOrder;
import plumbline.streams.settings.RuleSettings;

/** One device from input to effects. */
class DeviceMachineTest {
    private final Device device = Device.kept();
    private final Sitter sitter = new Sitter(device::take);

    @RepeatedTest(6)
    void duplicatesChangeNothing(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Device once = Device.kept();
        Device twice = Device.kept();
        List<Upload> sent = new ArrayList<>();
        for (Upload upload : RandomDay.uploads(seed)) {
            once.take(upload);
            twice.take(upload);
            sent.add(upload);
            int back = Math.min(sent.size(), 1 + random.nextInt(20));
            twice.arrives(sent.get(sent.size() - back), twice.arrivalMillis);
        }

        assertThat(twice.episodes()).as("seed %d", seed).isEqualTo(once.episodes());
        assertThat(twice.reminders()).as("seed %d", seed).isEqualTo(once.reminders());
        assertThat(twice.decisions()).as("seed %d", seed).isEqualTo(once.decisions());
        assertThat(twice.statuses()).as("seed %d", seed).isEqualTo(once.statuses());
    }

    @Test
    void duplicatesAreCounted() {
        List<Upload> sent = new ArrayList<>();
        new Sitter(sent::add).bad(10);
        device.take(sent.get(0));
        device.take(sent.get(0));

        assertThat(device.counts())
                .containsExactly(new Effect.ReadingsCounted(10, 0, 0, 0, 0, 0), Effect.ReadingsCounted.duplicate(10));
    }

    @Test
    void theFirstReadingOfAnIdentityWins() {
        List<Upload> sent = new ArrayList<>();
        new Sitter(sent::add).perUpload(70).bad(70);
        new Sitter(sent::add).perUpload(70).good(70);
        sent.forEach(device::take);

        assertThat(device.episodes()).hasSize(1).allMatch(episode -> episode.badSeconds() == 60);
    }

    @RepeatedTest(6)
    void theSameReadingsInOtherUploadsGiveTheSameEpisodes(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        double[] necks = new double[3_000];
        for (int i = 0; i < necks.length; i++) {
            boolean bad = (i / 97) % 5 < 4;
            necks[i] = random.nextInt(50) == 0 ? Double.NaN : (bad ? 22 : 2) + random.nextInt(10);
        }
        Device whole = Device.kept();
        Device parts = Device.kept();
        cut(whole, necks, () -> 1_000);
        cut(parts, necks, () -> 1 + random.nextInt(60));

        assertThat(parts.episodes()).as("seed %d", seed).isEqualTo(whole.episodes());
        assertThat(whole.episodes()).isNotEmpty();
    }

    private static void cut(Device device, double[] necks, IntSupplier length) {
        Sitter sitter = new Sitter(device::take);
        for (int from = 0, to; from < necks.length; from = to) {
            to = Math.min(necks.length, from + length.getAsInt());
            sitter.necks(Arrays.copyOfRange(necks, from, to));
        }
    }

    @Test
    void aWearersOwnSettingsHold() {
        device.settings(Map.of("forward-neck.long", "2m", "forward-neck.enter", "35"));
        sitter.perUpload(1).bad(200).neck(35, 121);

        assertThat(device.reminders()).hasSize(1);
        assertThat(device.reminders().get(0).raisedAt()).isEqualTo(Sitter.BEGIN.plusSeconds(320));
    }

    @Test
    void aBadProfileIsRefusedWholeAndTheOneBeforeStays() {
        device.settings(Map.of("forward-neck.long", "2m"));
        device.settings(Map.of("forward-neck.long", "3m", "forward-neck.lnog", "1m"));
        sitter.perUpload(1).bad(121);

        assertThat(device.rejections())
                .containsExactly(new Effect.InputRejected(
                        RejectReason.UNKNOWN_SETTING,
                        "there is no setting 'forward-neck.lnog'; did you mean forward-neck.long?"));
        assertThat(device.reminders()).hasSize(1);
    }

    @Test
    void aZoneThatDoesNotExistIsRefused() {
        device.profile(new Profile(1, "Europe/Atlantis", null, null, false, null));

        assertThat(device.rejections())
                .extracting(Effect.InputRejected::reason)
                .containsExactly(RejectReason.UNKNOWN_SETTING);
        assertThat(device.rejections().get(0).detail()).contains("zone is 'Europe/Atlantis'");
    }

    @Test
    void theProfilesZoneMovesTheQuietHours() {
        device.profile(new Profile(1, "Pacific/Auckland", null, null, false, null));
        sitter.perUpload(1).bad(421);

        assertThat(device.reminders()).as("23:07 in Auckland").isEmpty();
        assertThat(device.decisions().get(0).text()).isEqualTo("held back: quiet hours until 07:00");
    }

    @Test
    void aRemovedProfileLeavesTheDefaults() {
        device.settings(Map.of("forward-neck.long", "2m"));
        device.profile(Profile.DEFAULT);
        sitter.perUpload(1).bad(420);

        assertThat(device.reminders()).isEmpty();
    }

    @Test
    void aRejectedClockIsToldWithTheSpanThatIsOff() {
        long now = Sitter.BEGIN.toEpochMilli();
        SittingSpan span = new SittingSpan(0, now, SittingSource.CHAIR);
        Upload upload = new Upload(
                1,
                1,
                SamplingTimes.every(now - 1000, 0),
                AngleColumn.EMPTY,
                AngleColumn.EMPTY,
                List.of(),
                0,
                Mount.CHAIR,
                new Calibration("", 0, 0),
                List.of(span),
                -1,
                "",
                false,
                -1);
        device.arrives(upload, now);

        assertThat(device.rejections())
                .extracting(Effect.InputRejected::detail)
                .containsExactly("its times begin at 0 and end at " + now + ", it arrived at " + now
                        + "; it has no sentAt to correct them by");
    }

    @Test
    void ofADeviceThatIsMetFirstWhatIsOverSevenDaysOldIsRejectedAndWhatFollowsIsTaken() {
        List<Upload> sent = new ArrayList<>();
        new Sitter(sent::add).bad(200);
        long now = Sitter.BEGIN.plus(Duration.ofDays(8)).toEpochMilli();
        sent.forEach(upload -> device.arrives(upload.sentAt(now, -1), now));
        device.timePasses(now + UploadOrder.HELD_MILLIS + 1);

        assertThat(device.rejections()).singleElement().satisfies(rejected -> {
            assertThat(rejected.reason()).isEqualTo(RejectReason.CLOCK_OUT_OF_RANGE);
            assertThat(rejected.detail()).endsWith("; they are out of range of its sentAt, " + now + ", too");
        });
        assertThat(device.episodes()).extracting(episode -> episode.start()).containsOnly(Sitter.BEGIN.plusSeconds(10));
    }

    @Test
    void whatWasOvertakenAndCanNotBePlacedIsToldByHowMuchItsClockIsOff() {
        long now = Sitter.BEGIN.plus(Duration.ofDays(8)).toEpochMilli();
        List<Upload> sent = new ArrayList<>();
        new Sitter(sent::add).bad(10);
        new Sitter(sent::add).seq(10).at(Instant.ofEpochMilli(now)).bad(10);
        device.arrives(sent.get(1), now + 10_000);
        device.arrives(sent.get(0).sentAt(now, -1), now + 11_000);

        assertThat(device.rejections())
                .singleElement()
                .extracting(Effect.InputRejected::detail)
                .asString()
                .endsWith("; it was overtaken, and its boot's clock is off by 0 ms");
    }

    @Test
    void aClockInAnotherCenturyIsRejectedAndOnlyCountedAsStored() {
        List<Upload> sent = new ArrayList<>();
        new Sitter(sent::add).at(Instant.parse("2100-01-01T00:00:00Z")).bad(10);
        new Sitter(sent::add).restarts().at(Instant.EPOCH).bad(10);
        sent.forEach(upload -> device.arrives(upload, Sitter.BEGIN.toEpochMilli()));

        assertThat(device.rejections())
                .extracting(Effect.InputRejected::reason)
                .containsExactly(RejectReason.CLOCK_OUT_OF_RANGE, RejectReason.CLOCK_OUT_OF_RANGE);
        assertThat(device.watermarks()).containsExactly(StoredWatermark.of(1, 9));
        assertThat(device.effects).hasSize(3);
    }

    @Test
    void aClockInNineteenSeventyThatSaysWhenItSentIsPlacedAtArrival() {
        Duration off = Duration.between(Instant.EPOCH, Sitter.BEGIN);
        new Sitter(upload -> device.arrives(upload, upload.sentAtMillis() + off.toMillis()))
                .at(Instant.EPOCH)
                .saysWhenSent()
                .bad(420);
        assertThat(device.reminders()).isEmpty();
        new Sitter(upload -> device.arrives(upload, upload.sentAtMillis() + off.toMillis()))
                .at(Instant.EPOCH.plusSeconds(420))
                .restarts()
                .saysWhenSent()
                .bad(10);

        assertThat(device.episodes()).extracting(episode -> episode.start()).containsOnly(Sitter.BEGIN);
        assertThat(device.reminders()).hasSize(1);
    }

    @Test
    void theBacklogOfAClockThatIsAheadIsPlacedWhereItWasTaken() {
        long ahead = Duration.ofHours(2).toMillis();
        List<Upload> sent = new ArrayList<>();
        new Sitter(sent::add).every(10_000).bad(10_800).good(60);
        long now = Sitter.BEGIN.plusSeconds(10_870).toEpochMilli();
        sent.forEach(upload -> device.arrives(upload.later(ahead).sentAt(now + ahead, -1), now));

        assertThat(device.episodes()).extracting(episode -> episode.start()).containsOnly(Sitter.BEGIN);
        assertThat(device.episodes()).last().satisfies(episode -> {
            assertThat(episode.end()).isEqualTo(Sitter.BEGIN.plusSeconds(10_800));
            assertThat(episode.badSeconds()).isEqualTo(10_800);
        });
    }

    @Test
    void anAnswerSnoozes() {
        sitter.perUpload(1).bad(100);
        device.answers(new Answer.ToReminder(Sitter.BEGIN.plusSeconds(100), "x", AnswerWord.SNOOZE, 10));
        sitter.bad(601);

        assertThat(device.decisions()).extracting(decision -> decision.rule()).containsExactly("snoozed", "first");
    }

    @Test
    void unreadableInputIsRejectedWithItsReason() {
        DeviceState state = new DeviceState();
        List<Effect> effects = new ArrayList<>();
        new DeviceMachine(RuleSettings.DEFAULTS)
                .advance(Device.ID, state, new DeviceInput.Unreadable(RejectReason.EMPTY, "nothing"), 0, effects::add);

        assertThat(effects).containsExactly(new Effect.InputRejected(RejectReason.EMPTY, "nothing"));
    }
}
