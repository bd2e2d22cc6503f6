package plumbline.standalone.faults.posture;

import java.util.List;
import plumbline.contract.device.Activity;
import plumbline.contract.event.PostureIssue;

/** What a wearer of the script does for a while. */
enum Posture {
    UPRIGHT(Activity.SITTING, 0, 0),
    NECK_FORWARD(Activity.SITTING, 30, 0),
    SHOULDERS_ROUNDED(Activity.SITTING, 0, 20),
    SLUMPED(Activity.SITTING, 34, 22),
    WALKING(Activity.WALKING, 2, 2),
    STANDING(Activity.STANDING, 0, 0);

    /** Those that a wearer is in while at work, one as often as the other. */
    static final List<Posture> BAD = List.of(NECK_FORWARD, SHOULDERS_ROUNDED, SLUMPED);

    static final List<Posture> GOOD = List.of(UPRIGHT, UPRIGHT, WALKING);

    private final Activity activity;
    private final int neckDegrees;
    private final int shoulderDegrees;

    Posture(Activity activity, int neckDegrees, int shoulderDegrees) {
        this.activity = activity;
        this.neckDegrees = neckDegrees;
        this.shoulderDegrees = shoulderDegrees;
    }

    Activity activity() {
        return activity;
    }

    int neckDegrees() {
        return neckDegrees;
    }

    int shoulderDegrees() {
        return shoulderDegrees;
    }

    List<PostureIssue> issues() {
        return switch (this) {
            case NECK_FORWARD -> List.of(PostureIssue.FORWARD_NECK);
            case SHOULDERS_ROUNDED -> List.of(PostureIssue.ROUNDED_SHOULDERS);
            case SLUMPED -> List.of(PostureIssue.FORWARD_NECK, PostureIssue.ROUNDED_SHOULDERS);
            case UPRIGHT, WALKING, STANDING -> List.of();
        };
    }

    boolean isBad() {
        return !issues().isEmpty();
    }
}
