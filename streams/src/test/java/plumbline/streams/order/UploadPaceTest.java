package plumbline.streams.order;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.streams.Sitter.span;

import org.junit.jupiter.api.Test;
import plumbline.contract.device.Activity;
import plumbline.streams.Sitter;

class UploadPaceTest {
    private static final long ARRIVAL = Sitter.BEGIN.plusSeconds(10_000).toEpochMilli();

    private final UploadPace pace = new UploadPace();
    private final Sitter sitter = new Sitter(upload -> pace.heard(upload, ARRIVAL));

    @Test
    void aDeviceIsAsSlowAsItsReadingsReach() {
        sitter.bad(10);

        assertThat(pace.silentMillis(ARRIVAL + 9_000)).isZero();
        assertThat(pace.silentAt(5_000)).isEqualTo(ARRIVAL + 9_000 + 5_000 + 1);
    }

    @Test
    void whereThereAreOnlySpansTheLongestCounts() {
        sitter.satFrom(0, 600);

        assertThat(pace.silentMillis(ARRIVAL + 600_000)).isZero();
    }

    @Test
    void soItDoesBesideASingleReading() {
        sitter.doesWhereSat(Activity.SITTING, 1, span(0, 900));

        assertThat(pace.silentMillis(ARRIVAL + 900_000)).isZero();
    }

    @Test
    void aLongSpanBesideReadingsMakesTheDeviceNoSlower() {
        sitter.doesWhereSat(Activity.WALKING, 10, span(0, 9_000));

        assertThat(pace.silentMillis(ARRIVAL + 9_000)).isZero();
    }
}
