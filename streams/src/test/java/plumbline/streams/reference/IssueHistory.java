package plumbline.streams.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.CloseReason;
import plumbline.streams.settings.RuleSetting;

/** The third and fourth section of docs/detection.md for one issue: its episodes from the first observation to the last. */
final class IssueHistory {
    final IssueNumbers numbers;
    final List<Observation> observations;
    final List<ReferenceEpisode> episodes = new ArrayList<>();

    /** How things stand once observation {@code i} is in. */
    final List<Standing> standings = new ArrayList<>();

    /** How the episode that observation {@code i} ended stood then; one past the last for silence. */
    final Map<Integer, Standing> endings = new HashMap<>();

    /**
     * The open episode after an observation, null for none.
     *
     * @param isBad whether what was said last says bad
     */
    record Standing(
            @Nullable ReferenceEpisode episode,
            boolean isActive,
            boolean isLong,
            long exposureMillis,
            long severeMillis,
            boolean isBad) {
        static final Standing NONE = new Standing(null, false, false, 0, 0, false);
    }

    IssueHistory(IssueNumbers numbers, List<Observation> observations) {
        this.numbers = numbers;
        this.observations = observations;
        int next = 0;
        while (next < observations.size()) {
            if (observations.get(next).says() == Says.BAD) {
                next = episodeFrom(next);
            } else {
                standings.add(Standing.NONE);
                next++;
            }
        }
    }

    /** Follows the episode that opens with observation {@code first}; returns the observation that ended it. */
    private int episodeFrom(int first) {
        ReferenceEpisode episode =
                new ReferenceEpisode(numbers.issue(), observations.get(first).timeMillis(), carriedMillis(first));
        episodes.add(episode);
        standings.add(standing(episode, true));
        int spoke = first; // who spoke last
        int run = -1; // who began the run in which nothing was bad
        for (int i = first + 1; i < observations.size(); i++) {
            Observation now = observations.get(i);
            if (now.says() == Says.NOTHING && !now.isAnew() && holeMillis(spoke, i) <= numbers.holeMillis()) {
                standings.add(standing(episode, run < 0));
                continue;
            }
            credit(episode, spoke, i);
            if (ends(episode, first, spoke, run, i)) {
                endings.put(i, standing(episode, false));
                return i;
            }
            if (now.says() == Says.BAD && run >= 0) {
                episode.interruptions++;
                run = -1;
            } else if (now.says().isUp() && run < 0) {
                run = i;
            }
            standings.add(standing(episode, run < 0));
            spoke = i;
        }
        credit(episode, spoke, observations.size());
        if (!ranLongEnough(episode, first, run, observations.size())) {
            close(episode, first, run, stoodUntil(spoke), CloseReason.GAP);
        }
        endings.put(observations.size(), standing(episode, false));
        return observations.size();
    }

    /** Section 4, in the order of the clock: what happened before observation {@code i} comes first. */
    private boolean ends(ReferenceEpisode episode, int first, int spoke, int run, int i) {
        Observation now = observations.get(i);
        long hole = holeMillis(spoke, i);
        boolean isTolerated = hole <= numbers.settings().millis(RuleSetting.HOLE_TOLERATED);
        if (ranLongEnough(episode, first, run, i)) {
            return true;
        }
        CloseReason reason = null;
        if (hole > numbers.holeMillis()) {
            reason = CloseReason.GAP;
        } else if (now.isAnew()) {
            reason = CloseReason.CALIBRATION;
        } else if (now.says() == Says.LYING) {
            reason = CloseReason.LYING;
        } else if (now.says() == Says.OFF_BODY) {
            reason = CloseReason.OFF_BODY;
        } else if (!isTolerated && now.says() != Says.BAD) {
            reason = CloseReason.GAP;
        }
        if (reason != null) {
            close(episode, first, run, stoodUntil(spoke), reason);
        }
        return episode.closeReason != null;
    }

    /**
     * Closes the episode where its run of good or neutral time began, if that has lasted long enough; what completed it
     * names the reason.
     */
    private boolean ranLongEnough(ReferenceEpisode episode, int first, int run, int until) {
        if (run < 0) {
            return false;
        }
        long ran = 0;
        boolean hasMoved = numbers.isSitting();
        for (int k = run; k < until; k++) {
            if (observations.get(k).says().isUp()) {
                ran += stoodMillis(k);
                hasMoved = numbers.isSitting() || observations.get(k).says() == Says.WALKING;
            }
        }
        if (ran < numbers.goodMillis()) {
            return false;
        }
        long beganMillis = observations.get(run).timeMillis();
        close(episode, first, run, beganMillis, hasMoved ? CloseReason.MOVED : CloseReason.GOOD_POSTURE);
        return true;
    }

    /** Whatever ended it, the episode had come to its end where the run began, if it was in one. */
    private void close(ReferenceEpisode episode, int first, int run, long foundMillis, CloseReason reason) {
        long endMillis = run < 0 ? foundMillis : observations.get(run).timeMillis();
        episode.endMillis = endMillis;
        episode.closeReason = reason;
        for (int k = first; k < observations.size() && observations.get(k).timeMillis() < endMillis; k++) {
            if (observations.get(k).says().isSomething()) {
                episode.measuredMillis +=
                        Math.min(endMillis, stoodUntil(k)) - observations.get(k).timeMillis();
            }
        }
    }

    private void credit(ReferenceEpisode episode, int spoke, int next) {
        Observation said = observations.get(spoke);
        if (said.says() == Says.BAD) {
            long millis = stoodUntil(spoke) - said.timeMillis();
            episode.credit(
                    said.timeMillis(),
                    said.degrees(),
                    millis,
                    said.isSevere(),
                    numbers.exposureMillis(millis, said.degrees()));
        }
        episode.wasActive |= episode.badMillis >= numbers.settings().millis(RuleSetting.EPISODE_ACTIVE);
        episode.wasLong |= episode.wasActive && episode.exposureMillis >= numbers.longMillis();
    }

    /**
     * A reading stands until the next one that says something of the issue, at most for its hold. One of another calibration
     * says nothing of the time before it, so then it stands no longer than there were readings of its own.
     */
    private long stoodUntil(int k) {
        Observation said = observations.get(k);
        long until = said.timeMillis() + said.standsMillis();
        for (int next = k + 1; next < observations.size(); next++) {
            if (observations.get(next).isAnew() && holeMillis(k, next) <= numbers.holeMillis()) {
                return Math.min(until, observations.get(next - 1).timeMillis());
            }
            if (observations.get(next).says() != Says.NOTHING) {
                return Math.min(until, observations.get(next).timeMillis());
            }
        }
        return until;
    }

    /** When what was said of the issue stood, in the order in which it was said. */
    List<Span> stood() {
        return IntStream.range(0, observations.size())
                .filter(k -> observations.get(k).says().isSomething())
                .mapToObj(k -> new Span(observations.get(k).timeMillis(), stoodUntil(k)))
                .toList();
    }

    /** From the reading that spoke last to this one; none while that one still stands. */
    private long holeMillis(int spoke, int i) {
        long toMillis = observations.get(i).timeMillis();
        Observation said = observations.get(spoke);
        return toMillis > said.timeMillis() + said.standsMillis() ? toMillis - said.timeMillis() : 0;
    }

    /** What the wearer has not recovered from when observation {@code first} opens an episode. */
    private long carriedMillis(int first) {
        if (episodes.isEmpty()) {
            return 0;
        }
        ReferenceEpisode before = episodes.get(episodes.size() - 1);
        long startMillis = observations.get(first).timeMillis();
        if (startMillis - before.endMillis >= numbers.settings().millis(RuleSetting.CARRY_FORGOTTEN)) {
            return 0;
        }
        int end = first;
        while (end > 0 && observations.get(end - 1).timeMillis() >= before.endMillis) {
            end--;
        }
        if (observations.subList(end, first + 1).stream().anyMatch(Observation::isAnew) || isCleared(end, first)) {
            return 0;
        }
        long recovered = 0;
        for (int k = end; k < first; k++) {
            if (observations.get(k).says().isUp()) {
                recovered += observations.get(k).says() == Says.WALKING ? 2 * stoodMillis(k) : stoodMillis(k);
            }
        }
        return Math.max(0, before.exposureMillis - recovered);
    }

    /** Whether so long upright on end, somewhere between the two, has left nothing of sitting. */
    private boolean isCleared(int end, int first) {
        long onEnd = 0;
        int spoke = end;
        for (int k = end; numbers.isSitting() && k < first; k++) {
            Says says = observations.get(k).says();
            if (says == Says.NOTHING) {
                continue;
            }
            boolean isHole = holeMillis(spoke, k) > numbers.settings().millis(RuleSetting.HOLE_TOLERATED);
            onEnd = says.isUp() ? (isHole ? 0 : onEnd) + stoodMillis(k) : 0;
            spoke = k;
            if (onEnd >= numbers.settings().millis(RuleSetting.OWN_MOVEMENT_UPRIGHT)) {
                return true;
            }
        }
        return false;
    }

    private long stoodMillis(int k) {
        return stoodUntil(k) - observations.get(k).timeMillis();
    }

    private static Standing standing(ReferenceEpisode episode, boolean isBad) {
        return new Standing(
                episode, episode.wasActive, episode.wasLong, episode.exposureMillis, episode.severeMillis, isBad);
    }
}
