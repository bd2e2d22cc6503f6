package plumbline.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.device.Upload;
import plumbline.contract.event.PostureIssue;

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

    @ParameterizedTest
    @MethodSource("states")
    void theSecondHalfOfTheDayBringsTheSameEpisodes(long seed, byte[] state) {
        Device always = Device.kept();
        if (seed >= FIRST_WITH_SETTINGS) {
            always.settings(SETTINGS);
        }
        List<Upload> day = RandomDay.uploads(seed);
        List<Upload> rest = day.subList(day.size() / 2, day.size());
        day.subList(0, day.size() / 2).forEach(always::take);
        always.effects.clear();
        Device upgraded = Device.with(DeviceState.ofBytes(state));

        rest.forEach(always::take);
        rest.forEach(upgraded::take);

        List<String> episodes = told(always);
        assertThat(episodes).isNotEmpty();
        assertThat(told(upgraded)).as("seed %d", seed).isEqualTo(episodes);
    }

    /** Version 2 did not count how long a wearer had been upright, so what sitting carries on may differ once. */
    private static List<String> told(Device device) {
        return device.episodes().stream()
                .filter(episode -> episode.issue() != PostureIssue.PROLONGED_SITTING || episode.closeReason() != null)
                .map(episode -> episode.issue() == PostureIssue.PROLONGED_SITTING ? episode.id() : episode.toString())
                .toList();
    }
}
