package plumbline.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.Episode;
import plumbline.contract.event.EpisodeState;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.TopicPrefix;
import plumbline.streams.Sitter;

/** What becomes of an open episode when uploads stop entirely. */
class SilenceTest extends PipelineScene {
    /** Uploads of ten readings, a second apart: the next one is due nine seconds after the last. */
    private static final Duration PACE = Duration.ofSeconds(9);

    /** An upload may be so late and still be in order. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(30);

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5).plus(ON_THE_WAY);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10).plus(ON_THE_WAY);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private Sitter sitter = new Sitter(upload -> pipeline.upload(upload));

    private List<Episode> episodes() {
        return pipeline.published(KafkaTopic.EPISODES).stream()
                .map(record -> EventJson.decode(record.value(), Episode.class))
                .map(decoded -> ((Decoded.Accepted<Episode>) decoded).value())
                .toList();
    }

    private static Instant after(long seconds) {
        return Sitter.BEGIN.plusSeconds(seconds);
    }

    @Test
    void aNeckEpisodeIsKeptForFiveMinutesBeyondTheDevicesPaceAndThenClosed() {
        sitter.bad(70);
        assertThat(episodes()).hasSize(1);

        pipeline.silence(FIVE_MINUTES.plus(PACE));
        assertThat(episodes()).isEmpty();

        pipeline.silence(A_MOMENT);
        assertThat(episodes()).singleElement().satisfies(episode -> {
            assertThat(episode.state()).isEqualTo(EpisodeState.CLOSED);
            assertThat(episode.closeReason()).isEqualTo(CloseReason.GAP);
            assertThat(episode.end()).isEqualTo(after(79));
            assertThat(episode.badSeconds()).isEqualTo(79);
        });
    }

    @Test
    void itIsClosedOnce() {
        sitter.bad(70);
        pipeline.silence(Duration.ofHours(1));
        episodes();

        pipeline.silence(Duration.ofHours(1));
        assertThat(episodes()).isEmpty();
    }

    @Test
    void sittingIsKeptForTenMinutes() {
        sitter.sits(70);
        episodes();

        pipeline.silence(TEN_MINUTES.plus(PACE));
        assertThat(episodes()).isEmpty();

        pipeline.silence(A_MOMENT);
        assertThat(episodes()).singleElement().extracting(Episode::closeReason).isEqualTo(CloseReason.GAP);
    }

    @Test
    void aDeviceThatSendsTenMinutesAtATimeIsSilentForTenMinutesWithoutBeingGone() {
        sitter.perUpload(600).bad(600);
        episodes();

        pipeline.silence(TEN_MINUTES.plus(Duration.ofMinutes(5)).minusSeconds(1));
        assertThat(episodes()).isEmpty();

        pipeline.silence(A_MOMENT);
        assertThat(episodes()).singleElement().extracting(Episode::closeReason).isEqualTo(CloseReason.GAP);
    }

    @Test
    void theSilenceTellsTheSameAsTheNextReadingWould() {
        sitter.bad(70);
        pipeline.silence(Duration.ofMinutes(6));
        List<Episode> bySilence = episodes();
        pipeline.close();

        pipeline = new Pipeline(directory.resolve("again"), TopicPrefix.NONE);
        sitter = new Sitter(pipeline::upload);
        sitter.bad(70).silent(360).bad(1);

        assertThat(episodes()).isEqualTo(bySilence);
    }

    @Test
    void whoComesBackBeginsANewEpisode() {
        sitter.bad(70);
        pipeline.silence(Duration.ofHours(2));
        episodes();

        sitter.silent(7_200).bad(62);
        assertThat(episodes()).singleElement().satisfies(episode -> {
            assertThat(episode.state()).isEqualTo(EpisodeState.ACTIVE);
            assertThat(episode.start()).isEqualTo(after(7_270));
            assertThat(episode.carriedSeconds()).isZero();
        });
    }

    /** One more than a sweep looks at, each in an open neck episode. */
    private Map<String, byte[]> moreThanASlice() {
        sitter.bad(70);
        episodes();
        byte[] state = pipeline.states().get(Pipeline.DEVICE);
        Map<String, byte[]> states = IntStream.rangeClosed(0, SilenceSweep.SLICE)
                .boxed()
                .collect(Collectors.toMap(number -> "pl-" + number, number -> state));
        pipeline.restore(states);
        return states;
    }

    private List<String> closed() {
        return episodes().stream()
                .filter(episode -> episode.closeReason() == CloseReason.GAP)
                .map(episode -> episode.device().value())
                .toList();
    }

    @Test
    void moreThanASliceAreClosedOverTwoSweeps() {
        Map<String, byte[]> states = moreThanASlice();

        pipeline.silence(FIVE_MINUTES.plus(PACE).plus(A_MOMENT));
        List<String> first = closed();
        assertThat(first).hasSize(SilenceSweep.SLICE);

        pipeline.silence(Duration.ZERO);
        assertThat(closed())
                .singleElement()
                .satisfies(last -> assertThat(states.keySet()).contains(last))
                .isNotIn(first);
        assertThat(Set.copyOf(first)).hasSameSizeAs(first);
    }

    @Test
    void afterTheLastSliceTheSweepBeginsAnew() {
        Map<String, byte[]> states = moreThanASlice();
        pipeline.silence(Duration.ZERO);
        pipeline.silence(Duration.ZERO);
        assertThat(closed()).isEmpty();

        pipeline.silence(FIVE_MINUTES.plus(PACE).plus(A_MOMENT));
        List<String> closed = new ArrayList<>(closed());
        pipeline.silence(Duration.ZERO);
        closed.addAll(closed());

        assertThat(closed).containsExactlyInAnyOrderElementsOf(states.keySet());
    }
}
