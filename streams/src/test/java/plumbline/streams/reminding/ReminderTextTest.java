package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.streams.Sitter;

/** The minutes that a reminder tells are those of the wearer's watch. */
class ReminderTextTest {
    private static final String[] NO_PAUSES = {"cooldown.same=0s", "cooldown.any=0s", "own-movement=0s"};

    private static String firstWords(Reminded reminded) {
        String text = reminded.reminders.get(reminded.reminders.size() - 1).text();
        return text.substring(0, text.indexOf(':'));
    }

    private static Reminded with(String setting) {
        return new Reminded(NO_PAUSES[0], NO_PAUSES[1], NO_PAUSES[2], setting);
    }

    @Test
    void whatIsCarriedOverABreakIsTimeInAll() {
        Reminded reminded = with("forward-neck.dose=time");
        new Sitter(reminded::take).perUpload(1).bad(421).good(60).bad(100);

        assertThat(firstWords(reminded)).isEqualTo("forward neck for 7 min in all");
    }

    @Test
    void ofADoseTheTimeIsTold() {
        Reminded reminded = with("forward-neck.dose=iso11226");
        new Sitter(reminded::take).perUpload(1).neck(55, 272);

        assertThat(firstWords(reminded)).isEqualTo("forward neck for 4 min");
    }

    @Test
    void aDoseThatIsCarriedOverABreakAddsNoMinutes() {
        Reminded reminded = with("forward-neck.dose=iso11226");
        new Sitter(reminded::take).perUpload(1).neck(55, 272).good(60).neck(55, 130);

        assertThat(reminded.reminders).hasSize(2);
        assertThat(firstWords(reminded)).isEqualTo("forward neck for 1 min since a short break");
    }

    @Test
    void shouldersCarryTimeWhateverTheNeckDoes() {
        Reminded reminded = with("forward-neck.dose=iso11226");
        new Sitter(reminded::take)
                .perUpload(1)
                .shoulders(20, 601)
                .shoulders(0, 60)
                .shoulders(20, 100);

        assertThat(firstWords(reminded)).isEqualTo("rounded shoulders for 10 min in all");
    }
}
