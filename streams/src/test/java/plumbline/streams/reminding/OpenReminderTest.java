package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.contract.event.PostureClass;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Profile;
import plumbline.streams.detection.Stretch;
import plumbline.streams.settings.RuleSettings;

/** How much was measured after a reminder, and whether that is enough to tell. Raised at second 100. */
class OpenReminderTest {
    private static final MovementRules RULES =
            ReminderRules.of(RuleSettings.DEFAULTS, Profile.DEFAULT).movement();

    private final OpenReminder open = new OpenReminder(0, 1, 100_000);

    private void bad(long fromSecond, long toSecond) {
        Stretch stretch =
                new Stretch(PostureIssue.FORWARD_NECK, PostureClass.BAD, fromSecond * 1_000, toSecond * 1_000, true, 0);
        open.take(stretch, 400_000);
    }

    private boolean isTold(double atSecond) {
        return open.isTold(Math.round(atSecond * 1_000), PostureIssue.FORWARD_NECK, RULES);
    }

    @Test
    void lessThanThirtySecondsUnmeasuredHideNothing() {
        bad(100, 200);

        assertThat(isTold(229.999)).isTrue();
        assertThat(isTold(230)).isFalse();
    }

    @Test
    void whatWasMeasuredBeforeItWasRaisedDoesNotCount() {
        bad(50, 100);
        bad(80, 120);

        assertThat(isTold(149.999)).isTrue();
        assertThat(isTold(150)).isFalse();
    }

    @Test
    void norDoesWhatWasMeasuredAfterItsTime() {
        bad(371, 600);
        bad(600, 900);

        assertThat(isTold(159)).isFalse();
        assertThat(isTold(158.999)).isTrue();
    }
}
