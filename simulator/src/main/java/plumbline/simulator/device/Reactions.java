package plumbline.simulator.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.Answer;
import plumbline.contract.device.AnswerWord;
import plumbline.contract.device.WarningSign;
import plumbline.contract.event.PostureIssue;
import plumbline.contract.event.Reminder;
import plumbline.simulator.wearer.Answering;
import plumbline.simulator.wearer.Chance;

/** Draws how a wearer reacts to reminders. */
final class Reactions {
    private static final int SNOOZE_MINUTES = 10;
    private static final int MOST_PAIN_DAYS = 30;
    private static final double PAIN_LIMITS_PROBABILITY = 0.2;
    private static final double SIGN_PROBABILITY = 0.1;

    private final Answering answering;
    private final Chance chance;

    Reactions(Answering answering, Chance chance) {
        this.answering = answering;
        this.chance = chance;
    }

    Reaction draw(Reminder reminder, long nowMillis) {
        long at = nowMillis + answering.delay().draw(chance);
        int pick = chance.pick(
                answering.doneWeight(),
                answering.movesWeight(),
                answering.seenWeight(),
                answering.snoozeWeight(),
                answering.notNowWeight(),
                answering.dismissWeight(),
                answering.silentWeight());
        Move move = move(reminder);
        if (move == Move.NONE) {
            return answer(reminder, at, Move.NONE, AnswerWord.SEEN, null);
        }
        return switch (pick) {
            case 0 -> answer(reminder, at, move, AnswerWord.DONE, null);
            case 1 -> answer(reminder, at, move, AnswerWord.SEEN, null);
            case 2 -> answer(reminder, at, Move.NONE, AnswerWord.SEEN, null);
            case 3 -> answer(reminder, at, Move.NONE, AnswerWord.SNOOZE, SNOOZE_MINUTES);
            case 4 -> answer(reminder, at, Move.NONE, AnswerWord.NOT_NOW, null);
            case 5 -> answer(reminder, at, Move.NONE, AnswerWord.DISMISS, null);
            default -> new Reaction(at, Move.NONE, List.of());
        };
    }

    /** Advice about pain asks for no movement. */
    private static Move move(Reminder reminder) {
        if (reminder.issues().contains(PostureIssue.PROLONGED_SITTING)) {
            return Move.STAND_UP;
        }
        return reminder.issue() == null ? Move.NONE : Move.CORRECT;
    }

    private Reaction answer(Reminder reminder, long at, Move move, AnswerWord word, @Nullable Integer minutes) {
        Instant when = Instant.ofEpochMilli(at);
        List<Answer> answers = new ArrayList<>();
        answers.add(new Answer.ToReminder(when, reminder.id(), word, minutes));
        if (chance.happens(answering.painProbability())) {
            answers.add(pain(when));
        }
        return new Reaction(at, move, answers);
    }

    private Answer pain(Instant at) {
        Set<WarningSign> signs = EnumSet.noneOf(WarningSign.class);
        for (WarningSign sign : WarningSign.values()) {
            if (chance.happens(SIGN_PROBABILITY)) {
                signs.add(sign);
            }
        }
        int days = 1 + (int) (chance.unit() * MOST_PAIN_DAYS);
        return new Answer.PainCheckIn(at, days, chance.happens(PAIN_LIMITS_PROBABILITY), signs);
    }
}
