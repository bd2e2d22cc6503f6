package plumbline.streams.reminding;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import plumbline.contract.device.Answer.PainCheckIn;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.WarningSign;
import plumbline.contract.event.Decision;
import plumbline.contract.event.Haptic;
import plumbline.contract.event.Reminder;

/** When to see a doctor: what a report of pain is answered with. Never an exercise. General information, not advice. */
public final class PainTriage {
    static final int LASTING_DAYS = 14;

    /** For everybody, pain or not: beside a week's figures. */
    public static final String WHEN_TO_SEE_A_DOCTOR =
            "See a doctor if pain lasts for more than two weeks or keeps you from your daily activities; at once if it comes"
                    + " with fever, travels to arms or legs, follows an accident, or you have trouble controlling bowels or"
                    + " bladder.";

    static final String GUIDANCE =
            "You reported pain, so no exercises for now. Please see a doctor if it lasts for more"
                    + " than two weeks or keeps you from your daily activities; at once if it comes with fever, travels to arms or"
                    + " legs, follows an accident, or you have trouble controlling bowels or bladder.";

    static final String URGENT =
            "You reported pain with a warning sign, so no exercises for now. It should be seen by a doctor"
                    + " at once: if you have not called one yet, please call now.";

    private static final String APPOINTMENT = "Pain that lasts for more than two weeks, or keeps you from your daily"
            + " activities, is worth a doctor's look: please make an appointment.";

    private PainTriage() {}

    /** What a reminder says while the wearer rests; {@code urgent} where a warning sign was reported. */
    static String guidance(boolean urgent) {
        return urgent ? URGENT : GUIDANCE;
    }

    /**
     * The answer to a check-in; {@code expiryMillis} after {@code now} it is dropped.
     *
     * @param urgent whether a warning sign was reported, by this check-in or a short while before
     */
    public static Reminder answer(DeviceId device, PainCheckIn pain, boolean urgent, Instant now, long expiryMillis) {
        return new Reminder(
                device + "/pain/" + pain.at().toEpochMilli(),
                device,
                null,
                List.of(),
                0,
                null,
                now,
                now.plusMillis(expiryMillis),
                urgent ? "Please see a doctor now" : "Take it gently",
                advice(pain, urgent),
                urgent ? Haptic.DOUBLE : Haptic.SHORT,
                null,
                advice(pain, urgent));
    }

    /** The decision that goes with an answer to a check-in. No outcome follows: no sensor tells of it. */
    public static Decision decision(Reminder answer) {
        return new Decision(
                answer.device(),
                null,
                null,
                answer.id(),
                answer.raisedAt(),
                Decision.Outcome.RAISED,
                "pain",
                null,
                answer.text());
    }

    private static String advice(PainCheckIn pain, boolean urgent) {
        if (!pain.signs().isEmpty()) {
            return "Pain " + signs(pain) + " should be seen by a doctor at once: please call one now.";
        }
        if (urgent) {
            return URGENT;
        }
        return pain.days() > LASTING_DAYS || pain.limitsActivity() ? APPOINTMENT : GUIDANCE;
    }

    private static String signs(PainCheckIn pain) {
        return pain.signs().stream().sorted().map(PainTriage::words).collect(Collectors.joining(", "));
    }

    private static String words(WarningSign sign) {
        return switch (sign) {
            case FEVER -> "with fever";
            case RADIATING -> "that travels to arms or legs";
            case BOWEL_BLADDER -> "with trouble controlling bowels or bladder";
            case ACCIDENT -> "after an accident";
        };
    }
}
