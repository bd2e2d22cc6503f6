package plumbline.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldBacklogTest {
    private static final boolean HELD_BACK = true;
    private static final long START_NANOS = Long.MAX_VALUE - 1;
    private static final long SPAN_NANOS = HeldBacklog.SPAN.toNanos();

    private final HeldBacklog held = new HeldBacklog(START_NANOS);
    private long now = START_NANOS;

    private boolean afterSpan(int arrivals, boolean heldBack) {
        for (int i = 0; i < arrivals; i++) {
            held.arrived();
        }
        now += SPAN_NANOS;
        return held.isDelivered(now, heldBack);
    }

    private boolean afterCalmSpans(int count) {
        boolean delivered = false;
        for (int i = 0; i < count; i++) {
            delivered = afterSpan(HeldBacklog.CALM_BELOW - 1, !HELD_BACK);
        }
        return delivered;
    }

    @Test
    void isDeliveredAfterTenSpansInWhichTheBrokerMightHaveSentMore() {
        assertThat(afterCalmSpans(HeldBacklog.CALM_SPANS - 1)).isFalse();
        assertThat(held.isDelivered(now + SPAN_NANOS - 1, !HELD_BACK)).isFalse();
        assertThat(afterCalmSpans(1)).isTrue();
    }

    @Test
    void aSpanWithAsManyAsTheBrokerMaySendAtOnceBeginsTheCountAnew() {
        afterCalmSpans(HeldBacklog.CALM_SPANS - 1);
        assertThat(afterSpan(HeldBacklog.CALM_BELOW, !HELD_BACK)).isFalse();
        assertThat(afterCalmSpans(HeldBacklog.CALM_SPANS - 1)).isFalse();
        assertThat(afterCalmSpans(1)).isTrue();
    }

    @Test
    void silenceOfABrokerThatIsHeldBackTellsNothing() {
        afterCalmSpans(HeldBacklog.CALM_SPANS - 1);
        assertThat(afterSpan(0, HELD_BACK)).isFalse();
        assertThat(afterCalmSpans(HeldBacklog.CALM_SPANS - 1)).isFalse();
    }
}
