package plumbline.streams.week;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DaySummary;

/** The days of a week and of the one before, picked from many: of each the newest revision. */
public final class TwoWeeks {
    private final @Nullable IsoWeek wanted;
    private final Predicate<DeviceId> devices;
    private final Map<String, DaySummary> days = new HashMap<>();
    private @Nullable IsoWeek newest;

    /**
     * @param wanted null for the newest of which there is a day
     * @param devices those whose days count
     */
    public TwoWeeks(@Nullable IsoWeek wanted, Predicate<DeviceId> devices) {
        this.wanted = wanted;
        this.newest = wanted;
        this.devices = devices;
    }

    /** The next record of the topic; null for one that was taken away. */
    public void add(String key, @Nullable DaySummary day) {
        days.remove(key);
        if (day == null || !devices.test(day.device())) {
            return;
        }
        IsoWeek week = IsoWeek.of(day.date());
        if (wanted == null && (newest == null || week.compareTo(newest) > 0)) {
            newest = week;
            days.values().removeIf(older -> !isKept(IsoWeek.of(older.date())));
        }
        if (isKept(week)) {
            days.put(key, day);
        }
    }

    private boolean isKept(IsoWeek week) {
        return newest != null && (week.equals(newest) || week.equals(newest.before()));
    }

    /** The week asked for, else the newest met; nothing where no day was. */
    public Optional<IsoWeek> week() {
        return Optional.ofNullable(newest);
    }

    /** The week of every device that has a day in it, by device. */
    public List<WeekSummary> summaries() {
        return week().map(this::summaries).orElse(List.of());
    }

    private List<WeekSummary> summaries(IsoWeek week) {
        Map<DeviceId, List<DaySummary>> here = of(week);
        Map<DeviceId, List<DaySummary>> before = of(week.before());
        return here.entrySet().stream()
                .map(entry -> WeekSummary.of(
                        entry.getKey(), week, entry.getValue(), before.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private Map<DeviceId, List<DaySummary>> of(IsoWeek week) {
        return days.values().stream()
                .filter(day -> IsoWeek.of(day.date()).equals(week))
                .collect(Collectors.groupingBy(DaySummary::device, TreeMap::new, Collectors.toList()));
    }
}
