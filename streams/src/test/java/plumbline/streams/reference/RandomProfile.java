package plumbline.streams.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import plumbline.contract.event.Profile;

/** What a wearer has chosen, from a seed: now and then the defaults, mostly numbers that let more happen in a day. */
final class RandomProfile {
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu");
    private static final Map<String, List<String>> CHOICES = Map.ofEntries(
            Map.entry("forward-neck.long", List.of("2m", "3m", "7m")),
            Map.entry("forward-neck.enter", List.of("16", "20", "25")),
            Map.entry("forward-neck.leave", List.of("12", "15", "30")),
            Map.entry("forward-neck.severe", List.of("35", "40")),
            Map.entry("hole.tolerated", List.of("20s", "30s", "40s")),
            Map.entry("hole.posture", List.of("2m", "5m")),
            Map.entry("hole.sitting", List.of("5m", "10m")),
            Map.entry("episode.active", List.of("30s", "60s")),
            Map.entry("episode.good", List.of("20s", "30s")),
            Map.entry("episode.upright", List.of("30s", "60s")),
            Map.entry("forward-neck.dose", List.of("time", "iso11226")),
            Map.entry("rounded-shoulders.long", List.of("2m", "4m", "10m")),
            Map.entry("prolonged-sitting.long", List.of("3m", "5m", "30m")),
            Map.entry("cooldown.same", List.of("2m", "5m", "20m")),
            Map.entry("cooldown.any", List.of("1m", "3m", "10m")),
            Map.entry("cap.day", List.of("2", "4", "12")),
            Map.entry("cap.issue", List.of("1", "2", "6")),
            Map.entry("cap.extra", List.of("0", "1", "2")),
            Map.entry("merge.within", List.of("0s", "30s", "2m")),
            Map.entry("reminder.steps", List.of("1", "2", "5")),
            Map.entry("episode.severe", List.of("30s", "2m")),
            Map.entry("carry.forgotten", List.of("5m", "60m")),
            Map.entry("quiet.from", List.of("00:00", "12:00", "22:00")));

    /** Rules that the reference does not have, set so that they never apply. */
    private static final Map<String, String> NOT_MODELLED = Map.of(
            "own-movement", "0s", "own-movement.upright", "31d", "back-off.after", "1000", "recalibrate.after", "31d");

    private RandomProfile() {}

    static Profile of(Random random) {
        Map<String, String> settings = new LinkedHashMap<>(NOT_MODELLED);
        if (random.nextInt(6) == 0) {
            return new Profile(1, null, settings, null, false, null);
        }
        CHOICES.keySet().stream().sorted().forEach(key -> {
            if (random.nextInt(3) == 0) {
                List<String> choices = CHOICES.get(key);
                settings.put(key, choices.get(random.nextInt(choices.size())));
            }
        });
        if (random.nextInt(3) > 0) {
            settings.put("quiet.to", settings.getOrDefault("quiet.from", "22:00"));
        }
        return new Profile(1, ZONES.get(random.nextInt(ZONES.size())), settings, null, false, null);
    }
}
