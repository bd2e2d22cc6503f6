package plumbline.streams.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.event.CloseReason;
import plumbline.contract.event.DaySummary;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Decision.Outcome;
import plumbline.contract.event.Episode;
import plumbline.contract.event.Profile;
import plumbline.contract.recording.RecordedReading;
import plumbline.contract.recording.Recording;
import plumbline.streams.Sitter;
import plumbline.streams.device.Publication;
import plumbline.streams.settings.RuleSettings;

/** Time passes in a backtest as it does in the pipeline: between the readings and after them. */
class BacktestTest {
    private static final DeviceId ALMA = new DeviceId("alma");

    private final List<RecordedReading> rows = new ArrayList<>();
    private final List<Publication> events = new ArrayList<>();
    private long nowMillis = Sitter.BEGIN.toEpochMilli();

    private BacktestTest holds(double degrees, int seconds) {
        for (int i = 0; i < seconds; i++) {
            rows.add(new RecordedReading(ALMA, nowMillis, degrees, Double.NaN, Activity.STANDING, ""));
            nowMillis += 1_000;
        }
        return this;
    }

    private BacktestTest silent(Duration silence) {
        nowMillis += silence.toMillis();
        return this;
    }

    private List<Arrival> arrivals() {
        return Arrival.of(new Recording(Map.of(ALMA, rows)), Mount.C7, 10);
    }

    private void run(List<Arrival> arrivals) {
        new Backtest(RuleSettings.DEFAULTS, Profile.DEFAULT).run(arrivals, events::add);
    }

    private <T> Stream<T> published(Class<T> type) {
        return events.stream().map(Publication::value).filter(type::isInstance).map(type::cast);
    }

    private Stream<Outcome> outcomes() {
        return published(Decision.class).map(Decision::outcome);
    }

    private Episode lastEpisode() {
        return published(Episode.class).reduce((one, next) -> next).orElseThrow();
    }

    @Test
    void whatIsOpenAtTheEndIsToldAsSilenceTellsIt() {
        holds(30, 450).run(arrivals());

        assertThat(lastEpisode().closeReason()).isEqualTo(CloseReason.GAP);
        assertThat(outcomes()).containsExactly(Outcome.RAISED, Outcome.UNKNOWN);
        assertThat(published(DaySummary.class).map(DaySummary::complete)).containsExactly(false, true);
    }

    @Test
    void theDeviceIsNotForgottenAtTheEnd() {
        holds(30, 10).run(arrivals());

        assertThat(events).noneMatch(event -> event.value() == null);
    }

    @Test
    void aDeviceThatRestsForTwoWeeksIsForgottenAsInThePipeline() {
        holds(30, 10).silent(Duration.ofDays(14)).holds(5, 40).run(arrivals());

        assertThat(events.stream().filter(event -> event.value() == null))
                .singleElement()
                .extracting(Publication::key)
                .isEqualTo("alma");
        assertThat(events.get(events.size() - 1).value()).isInstanceOf(DaySummary.class);
    }

    @Test
    void anUploadThatWaitsForOneThatNeverComesIsUsedAfterAll() {
        List<Arrival> arrivals = new ArrayList<>(holds(30, 80).arrivals());
        arrivals.remove(6);

        run(arrivals);

        assertThat(lastEpisode().end())
                .isEqualTo(Instant.ofEpochMilli(nowMillis).plusSeconds(9));
    }

    @Test
    void anEpisodeThatGoesOnAfterItsEndWasToldIsMended() {
        List<Arrival> arrivals = holds(30, 240).holds(5, 60).arrivals().stream()
                .map(arrival -> arrival.upload().seq() < 120 ? arrival : later(arrival, Duration.ofMinutes(6)))
                .toList();

        run(arrivals);

        assertThat(published(Episode.class).map(Episode::closeReason))
                .containsSubsequence(CloseReason.GAP, CloseReason.GOOD_POSTURE);
        assertThat(lastEpisode().badSeconds()).isEqualTo(240);
    }

    private static Arrival later(Arrival arrival, Duration delay) {
        return new Arrival(arrival.device(), arrival.upload(), arrival.millis() + delay.toMillis());
    }
}
