package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.device.Upload;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.Sitter;

/** A state that an older version wrote is read as if this one had. */
class OldStateTest {
    /** Lines of seed and bytes: the state after the first half of that seed's random day. */
    private static final Path VERSION_2 = Path.of("src/test/resources/golden/state-v2.txt");

    /** From this seed on the wearer had these settings. */
    private static final int FIRST_WITH_SETTINGS = 6;

    private static final Map<String, String> SETTINGS = Map.of("forward-neck.long", "2m", "zone", "Europe/Berlin");

    static Stream<Arguments> states() throws IOException {
        return Files.readAllLines(VERSION_2).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .map(parts ->
                        Arguments.of(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1])));
    }

    /** A device that has run on this version from the first. */
    private static Device always(long seed, List<Upload> firstHalf) {
        Device always = Device.kept();
        if (seed >= FIRST_WITH_SETTINGS) {
            always.settings(SETTINGS);
        }
        firstHalf.forEach(always::take);
        always.effects.clear();
        return always;
    }

    @ParameterizedTest
    @MethodSource("states")
    void theSecondHalfOfTheDayBringsTheSameEpisodes(long seed, byte[] state) {
        List<Upload> day = RandomDay.uploads(seed);
        List<Upload> rest = day.subList(day.size() / 2, day.size());
        Device always = always(seed, day.subList(0, day.size() / 2));
        Device upgraded = Device.with(DeviceState.ofBytes(state));

        rest.forEach(always::take);
        rest.forEach(upgraded::take);

        List<String> episodes = told(always);
        assertThat(episodes).isNotEmpty();
        assertThat(told(upgraded)).as("seed %d", seed).isEqualTo(episodes);
    }

    @ParameterizedTest
    @MethodSource("states")
    void whatWasSatTodayBringsTheWalkAsSoon(long seed, byte[] state) {
        List<Upload> day = RandomDay.uploads(seed);
        List<Upload> firstHalf = day.subList(0, day.size() / 2);
        Device always = always(seed, firstHalf);
        Device upgraded = Device.with(DeviceState.ofBytes(state));

        List<Upload> evening = bouts(firstHalf.get(firstHalf.size() - 1));
        assertThat(firstWalk(upgraded, evening)).as("seed %d", seed).isEqualTo(firstWalk(always, evening));
    }

    @ParameterizedTest
    @MethodSource("states")
    void theRecordDoesNotBeginAnewWithTheUpgrade(long seed, byte[] state) {
        DeviceState upgraded = DeviceState.ofBytes(state);
        List<Upload> day = RandomDay.uploads(seed);
        Device device = Device.with(upgraded);
        day.subList(day.size() / 2, day.size()).forEach(device::take);

        assertThat(upgraded.tracker.firstRestart()).as("seed %d", seed).isEmpty();
    }

    /** Half an hour of sitting and some of standing, in turn: together over six hours. */
    private static List<Upload> bouts(Upload last) {
        List<Upload> uploads = new ArrayList<>();
        Sitter sitter = new Sitter(uploads::add).every(5_000);
        sitter.at(Instant.ofEpochMilli(last.times().timeMillis(last.size() - 1) + 5_000));
        for (long boot = 1; boot <= last.boot(); boot++) {
            sitter.restarts();
        }
        for (int bout = 0; bout < 13; bout++) {
            sitter.stands(200).sits(1_850);
        }
        return uploads;
    }

    private static Instant firstWalk(Device device, List<Upload> uploads) {
        device.settings(Map.of("cap.issue", "20", "cap.day", "20"));
        uploads.forEach(device::take);
        return device.reminders().stream()
                .filter(reminder -> reminder.exercise() != null)
                .filter(reminder -> reminder.exercise().id().equals("walk"))
                .findFirst()
                .orElseThrow()
                .raisedAt();
    }

    /** Version 2 did not count how long a wearer had been upright, so what sitting carries on may differ once. */
    private static List<String> told(Device device) {
        return device.episodes().stream()
                .filter(episode -> episode.issue() != PostureIssue.PROLONGED_SITTING || episode.closeReason() != null)
                .map(episode -> episode.issue() == PostureIssue.PROLONGED_SITTING ? episode.id() : episode.toString())
                .toList();
    }
}
