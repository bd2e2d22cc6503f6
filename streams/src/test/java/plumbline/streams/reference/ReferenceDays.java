package plumbline.streams.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import plumbline.contract.device.Activity;
import plumbline.contract.event.PostureIssue;
import plumbline.streams.settings.RuleSetting;
import plumbline.streams.settings.RuleSettings;

/**
 * The seventh section of docs/detection.md, as far as it is about what was measured. Not modelled, and never asked for by the
 * cases: changes of zone.
 */
final class ReferenceDays {
    private static final long HOUR_MILLIS = 3_600_000;

    final List<ReferenceDay> days = new ArrayList<>();

    private final RuleSettings settings;
    private final ZoneId zone;
    private final Map<PostureIssue, IssueHistory> histories;
    private final List<Span> worn = new ArrayList<>();
    private final List<Span> walking = new ArrayList<>();
    private final List<Span> sitting = new ArrayList<>();
    private final List<Span> measured = new ArrayList<>();

    ReferenceDays(RuleSettings settings, ZoneId zone, CleanOrder order, Map<PostureIssue, IssueHistory> histories) {
        this.settings = settings;
        this.zone = zone;
        this.histories = histories;
        for (int i = 0; i < order.readings.size(); i++) {
            CleanReading reading = order.readings.get(i);
            Span stood = new Span(reading.timeMillis(), stoodUntil(order, i));
            measured.add(stood);
            if (reading.activity() != Activity.OFF_BODY) {
                worn.add(stood);
            }
            if (reading.activity() == Activity.WALKING) {
                walking.add(stood);
            }
            if (reading.activity() == Activity.SITTING) {
                sitting.add(new Span(
                        reading.timeMillis(),
                        reading.timeMillis() + Observations.holdMillis(reading.intervalMillis())));
            }
        }
        spansInTime(order).forEach(sat -> {
            measured.add(sat);
            worn.add(sat);
            sitting.add(sat);
        });
        if (order.readings.isEmpty()) {
            histories.get(PostureIssue.PROLONGED_SITTING).stood().stream()
                    .filter(stood -> datesOf(stood).size() == 1)
                    .forEach(measured::add);
        }
        long newestMillis =
                order.uploads.stream().mapToLong(Arrival::newestMillis).max().orElse(Long.MIN_VALUE);
        TreeSet<LocalDate> dates = new TreeSet<>();
        measured.forEach(span -> dates.addAll(datesOf(span)));
        dates.stream().filter(date -> midnightMillis(date) <= newestMillis).forEach(date -> days.add(day(date)));
    }

    /** What spans tell of, but of days that readings had ended when they came. */
    private List<Span> spansInTime(CleanOrder order) {
        List<Span> spans = new ArrayList<>();
        long dayMillis = Long.MIN_VALUE;
        int next = 0;
        for (int upload = 0; upload < order.uploads.size(); upload++) {
            Span open = new Span(dayMillis, Long.MAX_VALUE);
            order.uploads.get(upload).upload().sitting().stream()
                    .map(told -> new Span(told.fromMillis(), told.toMillis()).within(open))
                    .forEach(spans::add);
            while (next < order.readings.size() && order.readings.get(next).upload() == upload) {
                dayMillis = midnightMillis(dateOf(order.readings.get(next).timeMillis()));
                next++;
            }
        }
        return spans;
    }

    /** A reading stands until the next one, at most for its hold. */
    private static long stoodUntil(CleanOrder order, int i) {
        CleanReading reading = order.readings.get(i);
        long until = reading.timeMillis() + Observations.holdMillis(reading.intervalMillis());
        return i + 1 < order.readings.size()
                ? Math.min(until, order.readings.get(i + 1).timeMillis())
                : until;
    }

    private List<LocalDate> datesOf(Span span) {
        return span.millis() == 0
                ? List.of()
                : dateOf(span.fromMillis())
                        .datesUntil(dateOf(span.toMillis() - 1).plusDays(1))
                        .toList();
    }

    private LocalDate dateOf(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    }

    private Span bounds(LocalDate date) {
        return new Span(midnightMillis(date), midnightMillis(date.plusDays(1)));
    }

    private long midnightMillis(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private ReferenceDay day(LocalDate date) {
        Span bounds = bounds(date);
        List<Span> known = Span.union(Span.within(bounds, measured));
        Span whole =
                new Span(known.get(0).fromMillis(), known.get(known.size() - 1).toMillis());
        Map<PostureIssue, ReferenceDay.OfIssue> issues = new EnumMap<>(PostureIssue.class);
        for (PostureIssue issue : PostureIssue.values()) {
            List<List<Span>> bad = bad(issue, bounds);
            if (!bad.isEmpty()) {
                issues.put(issue, ofIssue(bad, bounds));
            }
        }
        return new ReferenceDay(
                date,
                bounds,
                whole,
                Span.sumMillis(Span.union(Span.within(bounds, worn))),
                Span.sumMillis(Span.union(Span.within(bounds, walking))),
                (double) Span.sumMillis(known) / whole.millis(),
                issues);
    }

    /** For each episode that has any in the day, when it was bad. */
    private List<List<Span>> bad(PostureIssue issue, Span bounds) {
        List<List<Span>> bad = new ArrayList<>();
        for (ReferenceEpisode episode : histories.get(issue).episodes) {
            List<Span> ofDay = Span.within(bounds, Span.union(episode.bad().toList()));
            bad.add(issue == PostureIssue.PROLONGED_SITTING ? Span.common(ofDay, Span.union(sitting)) : ofDay);
        }
        bad.removeIf(List::isEmpty);
        return bad;
    }

    private ReferenceDay.OfIssue ofIssue(List<List<Span>> bad, Span bounds) {
        List<Long> badMillis = bad.stream().map(Span::sumMillis).toList();
        return new ReferenceDay.OfIssue(
                badMillis.stream().mapToLong(millis -> millis).sum(),
                (int) badMillis.stream()
                        .filter(millis -> millis >= settings.millis(RuleSetting.EPISODE_ACTIVE))
                        .count(),
                Collections.max(badMillis),
                worstHourMillis(bad.stream().flatMap(List::stream).toList(), bounds));
    }

    /** An hour that holds the most begins where something bad does, or ends where something bad does. */
    private static long worstHourMillis(List<Span> bad, Span bounds) {
        return bad.stream()
                .flatMap(span -> Stream.of(
                        new Span(span.fromMillis(), span.fromMillis() + HOUR_MILLIS),
                        new Span(span.toMillis() - HOUR_MILLIS, span.toMillis())))
                .mapToLong(hour -> Span.sumMillis(Span.within(hour.within(bounds), bad)))
                .max()
                .orElse(0);
    }
}
