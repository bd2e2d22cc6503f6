package plumbline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldBacklogTest {
    private static final int NONE = 0;
    private static final long START_NANOS = Long.MAX_VALUE - 1;
    private static final long SPAN_NANOS = HeldBacklog.SPAN.toNanos();

    private final HeldBacklog held = new HeldBacklog(START_NANOS);
    private long now = START_NANOS;

    private boolean afterSpan(int arrivals, int unacknowledged) {
        for (int i = 0; i < arrivals; i++) {
            held.arrived();
        }
        now += SPAN_NANOS;
        return held.isDelivered(now, unacknowledged);
    }

    private boolean afterCalmSpans(int count) {
        boolean delivered = false;
        for (int i = 0; i < count; i++) {
            delivered = afterSpan(HeldBacklog.CALM_BELOW - 1, NONE);
        }
        return delivered;
    }

    @Test
    void isDeliveredAfterSoManySpansInWhichTheBrokerMightHaveSentMore() {
        assertThat(afterCalmSpans(HeldBacklog.CALM_SPANS - 1)).isFalse();
        assertThat(held.isDelivered(now + SPAN_NANOS - 1, NONE)).isFalse();
        assertThat(afterCalmSpans(1)).isTrue();
    }

    @Test
    void aSpanWithAsManyAsTheBrokerMaySendAtOnceBeginsTheCountAnew() {
        afterCalmSpans(HeldBacklog.CALM_SPANS - 1);
        assertThat(afterSpan(HeldBacklog.CALM_BELOW, NONE)).isFalse();
        assertThat(afterCalmSpans(HeldBacklog.CALM_SPANS - 1)).isFalse();
        assertThat(afterCalmSpans(1)).isTrue();
    }

    @Test
    void silenceOfABrokerThatWaitsForConfirmationsTellsNothing() {
        afterCalmSpans(HeldBacklog.CALM_SPANS - 1);
        assertThat(afterSpan(0, 1)).isFalse();
        assertThat(afterCalmSpans(HeldBacklog.CALM_SPANS - 1)).isFalse();
    }

    @Test
    void aMomentInWhichNothingIsUnconfirmedIsEnough() {
        afterCalmSpans(HeldBacklog.CALM_SPANS - 1);
        held.isDelivered(now + 1, NONE);

        assertThat(afterSpan(1, 1)).isTrue();
    }

    @Test
    void underALoadThatIsNeverCalmItIsOverAfterMoreMessagesThanABrokerHolds() {
        int spans = HeldBacklog.MOST_MESSAGES / HeldBacklog.CALM_BELOW;
        for (int i = 1; i < spans; i++) {
            assertThat(afterSpan(HeldBacklog.CALM_BELOW, 1)).as("after %d s", i).isFalse();
        }
        assertThat(afterSpan(HeldBacklog.CALM_BELOW, 1)).isTrue();
    }

    @Test
    void noTimeIsTooLongWhereNothingCanBeStored() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(afterSpan(0, HeldBacklog.CALM_BELOW)).isFalse();
        }
    }
}
