package plumbline.streams.week;

import java.util.List;
import plumbline.streams.reminding.PainTriage;
import plumbline.streams.reminding.WeeklyPlan;

/**
 * A week with what goes beside it, always the same for everybody.
 *
 * @param week a {@link WeekSummary} or a {@link GroupSummary}
 * @param plan what may strengthen the back
 * @param doctor when to see one
 * @param stimulation why sessions of muscle stimulation are counted
 */
public record Report<T>(T week, List<WeeklyPlan.Entry> plan, String doctor, String stimulation, String note) {
    private static final String STIMULATION =
            "Sessions of electrical muscle stimulation (NMES) are counted because they were reported; they are never"
                    + " recommended here.";
    private static final String NOTE = "General information, not medical advice.";

    public static <T> Report<T> of(T week) {
        return new Report<>(week, WeeklyPlan.entries(), PainTriage.WHEN_TO_SEE_A_DOCTOR, STIMULATION, NOTE);
    }
}
