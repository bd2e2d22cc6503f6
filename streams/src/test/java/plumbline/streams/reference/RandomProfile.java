package plumbline.streams.reference;

import java.time.Instant;
import java.time.LocalDate;
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
            Map.entry("episode.upright", List.of("30s", "60s", "3m")),
            Map.entry("own-movement.upright", List.of("30s", "2m", "10m")),
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
            Map.entry("work.days", List.of("mon-fri", "wed-thu", "sat,sun", "mon-sun")),
            Map.entry("work.from", List.of("06:00", "09:00", "20:00")),
            Map.entry("work.to", List.of("02:00", "15:00", "22:00")),
            Map.entry("lunch.from", List.of("11:30", "12:00")),
            Map.entry("lunch.to", List.of("12:30", "14:00")),
            Map.entry("quiet.from", List.of("00:00", "12:00", "22:00")));

    /** Of the rules that the reference does not have. */
    private static final Map<String, List<String>> FURTHER_CHOICES = Map.of(
            "own-movement", List.of("0s", "2m", "10m"),
            "back-off.after", List.of("0", "1", "2"),
            "back-off.most", List.of("10m", "30m"),
            "recalibrate.after", List.of("30s", "3m"),
            "recalibrate.beyond", List.of("15", "20"),
            "outcome.within", List.of("1m", "5m"),
            "reminder.expiry", List.of("1m", "10m"));

    /** Rules that the reference does not have, set so that they never apply. */
    private static final Map<String, String> NOT_MODELLED =
            Map.of("own-movement", "0s", "back-off.after", "1000", "recalibrate.after", "31d");

    /** One reminder means nothing for the next, and one reading nothing for how the next is judged. */
    private static final Map<String, String> UNHINDERED = Map.of(
            "cooldown.same", "0s",
            "cooldown.any", "0s",
            "merge.within", "0s",
            "cap.day", "1000",
            "cap.issue", "1000",
            "forward-neck.leave", "90",
            "rounded-shoulders.leave", "90");

    private static final Instant FIRST_DAY = Instant.parse("2026-03-04T00:00:00Z");

    private RandomProfile() {}

    /** With those rules only that the reference has. */
    static Profile modelled(Random random) {
        return of(random, NOT_MODELLED, Map.of());
    }

    /** The same, but for what a reminder holds back that comes after it. */
    static Profile unhindered(Random random) {
        return of(random, NOT_MODELLED, UNHINDERED);
    }

    /** With all of the rules. */
    static Profile any(Random random) {
        Map<String, String> settings = new LinkedHashMap<>();
        choose(FURTHER_CHOICES, settings, random);
        Profile profile = of(random, settings, Map.of());
        return new Profile(
                1,
                profile.zone(),
                profile.settings(),
                random.nextInt(3) == 0 ? List.of("neck-roll", "short-walk") : null,
                random.nextBoolean(),
                profile.pausedUntil(),
                profile.vacation());
    }

    private static Profile of(Random random, Map<String, String> before, Map<String, String> after) {
        Map<String, String> settings = new LinkedHashMap<>(before);
        if (random.nextInt(6) == 0) {
            settings.putAll(after);
            return new Profile(1, null, settings, null, false, null);
        }
        choose(CHOICES, settings, random);
        if (random.nextInt(3) > 0) {
            settings.put("quiet.to", settings.getOrDefault("quiet.from", "22:00"));
        }
        settings.putAll(after);
        return new Profile(
                1,
                ZONES.get(random.nextInt(ZONES.size())),
                settings,
                null,
                false,
                random.nextInt(6) == 0 ? FIRST_DAY.plusSeconds(random.nextInt(86_400)) : null,
                random.nextInt(6) == 0 ? vacation(LocalDate.of(2026, 3, 2 + random.nextInt(4)), random) : null);
    }

    private static Profile.Vacation vacation(LocalDate from, Random random) {
        return new Profile.Vacation(from, from.plusDays(random.nextInt(3)));
    }

    private static void choose(Map<String, List<String>> choices, Map<String, String> settings, Random random) {
        choices.keySet().stream().sorted().forEach(key -> {
            if (random.nextInt(3) == 0) {
                List<String> values = choices.get(key);
                settings.put(key, values.get(random.nextInt(values.size())));
            }
        });
    }
}
