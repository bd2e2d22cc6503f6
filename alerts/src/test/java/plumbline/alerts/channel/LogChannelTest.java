package plumbline.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.alerts.Reminders.RAISED;
import static plumbline.alerts.Reminders.reminder;

import org.junit.jupiter.api.Test;
import plumbline.alerts.Reminders;

class LogChannelTest {
    @Test
    void lineHoldsWhoAndWhat() {
        assertThat(LogChannel.line(reminder()))
                .isEqualTo("dev-1: Time for a change of position - Forward neck for 7 min: neck roll (" + Reminders.ID
                        + ")");
    }

    @Test
    void lineStaysOneLineWhateverTheReminderHolds() {
        assertThat(LogChannel.line(reminder("dev-1/a\r\nERROR forged", RAISED, RAISED)))
                .doesNotContain("\n", "\r");
    }
}
