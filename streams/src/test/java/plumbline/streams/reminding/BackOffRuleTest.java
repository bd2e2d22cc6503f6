package plumbline.streams.reminding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.streams.Sitter;

/** Fewer reminders for whoever ignores them, never louder ones. */
class BackOffRuleTest {
    private final Reminded reminded = new Reminded("reminder.steps=20", "cap.issue=50", "cap.day=50");
    private final Sitter sitter = new Sitter(reminded::take).perUpload(1);

    private void answers(AnswerWord word, long second) {
        Instant at = Sitter.BEGIN.plusSeconds(second);
        reminded.answer(new Answer.ToReminder(at, reminded.reminders.get(0).id(), word, null), at);
    }

    @Test
    void threeIgnoredInARowDoubleTheCooldown() {
        sitter.bad(5_220);
        assertThat(reminded.outcomes())
                .containsExactly(
                        "720 ignored no_change forward_neck",
                        "1920 ignored no_change forward_neck",
                        "3120 ignored no_change forward_neck");
        assertThat(reminded.lines())
                .endsWith(
                        "2820 raised repeat forward_neck",
                        "3240 held_back cooldown_same forward_neck until 4020",
                        "4020 held_back back_off forward_neck until 5220");

        sitter.bad(1);
        assertThat(reminded.lines()).last().isEqualTo("5220 raised repeat forward_neck");
    }

    @Test
    void theWearerReadsWhy() {
        sitter.bad(4_021);

        assertThat(reminded.decisions.get(reminded.decisions.size() - 1).text())
                .isEqualTo("held back: the last reminders did not suit, so fewer of them until 11:27");
    }

    @Test
    void sixIgnoredInARowDoubleItAgain() {
        sitter.bad(14_821);

        assertThat(reminded.lines())
                .filteredOn(line -> line.contains("raised"))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("420", "1620", "2820", "5220", "7620", "10020", "14820");
    }

    @Test
    void twoIgnoredDoubleNothing() {
        sitter.bad(2_821);

        assertThat(reminded.rules()).containsExactly("first", "cooldown_same", "repeat", "cooldown_same", "repeat");
    }

    @Test
    void theCooldownOfAllIssuesIsDoubledToo() {
        Reminded both = new Reminded("reminder.steps=20", "cap.issue=50", "cap.day=50", "cooldown.same=0s");
        new Sitter(both::take).perUpload(1).bad(1_700).slumps(601);

        assertThat(both.lines())
                .endsWith(
                        "1620 raised repeat forward_neck",
                        "2040 held_back cooldown_any forward_neck until 2220",
                        "2220 held_back back_off forward_neck until 2820",
                        "2300 held_back back_off rounded_shoulders until 2820");
    }

    @Test
    void doneEndsIt() {
        sitter.bad(3_500);
        answers(AnswerWord.DONE, 3_500);
        sitter.bad(521);

        assertThat(reminded.lines()).last().isEqualTo("4020 raised repeat forward_neck");
    }

    @ParameterizedTest
    @EnumSource(names = {"SEEN", "DISMISS"})
    void otherAnswersDoNot(AnswerWord word) {
        sitter.bad(3_500);
        answers(word, 3_500);

        assertThat(reminded.ledger.ignoredInARow()).isEqualTo(3);
    }

    @Test
    void aPostureThatIsGoodAgainEndsIt() {
        sitter.bad(2_821);
        assertThat(reminded.ledger.ignoredInARow()).isEqualTo(2);

        sitter.good(31);
        assertThat(reminded.ledger.ignoredInARow()).isZero();
    }

    @Test
    void whatCouldNotBeMeasuredNeitherCountsNorEndsIt() {
        sitter.bad(2_821);
        reminded.passTo(2_820 + 361);
        assertThat(reminded.outcomes()).last().isEqualTo("3120 unknown not_measured forward_neck");
        assertThat(reminded.ledger.ignoredInARow()).isEqualTo(2);
    }

    @Test
    void takenOffNeitherCountsNorEndsIt() {
        sitter.bad(2_821).takesItOff();

        assertThat(reminded.outcomes()).contains("2821 not_worn off_body forward_neck");
        assertThat(reminded.ledger.ignoredInARow()).isEqualTo(2);
    }
}
