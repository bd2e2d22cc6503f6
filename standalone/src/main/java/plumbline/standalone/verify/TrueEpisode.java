package plumbline.standalone.verify;

import plumbline.contract.event.PostureIssue;

/**
 * An episode as the rules make it of the truth.
 *
 * @param trulyFromMillis when the issue truly began to be held
 * @param startMillis the first reading that could show it
 * @param endMillis where the last one stopped standing, or the interruption that ended it began
 * @param badMillis for how long the issue was held, as the readings could show it
 * @param carriedMillis what was not recovered from before
 */
record TrueEpisode(
        PostureIssue issue,
        long trulyFromMillis,
        long startMillis,
        long endMillis,
        long badMillis,
        long carriedMillis) {
    long exposureMillis() {
        return badMillis + carriedMillis;
    }
}
