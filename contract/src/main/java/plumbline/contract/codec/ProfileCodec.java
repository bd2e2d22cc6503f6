package plumbline.contract.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plumbline.contract.event.Profile;
import plumbline.contract.event.RejectReason;

/** Profiles of wearers as JSON. */
public final class ProfileCodec {
    private static final int VERSION = 1;

    private ProfileCodec() {}

    /** The profile, or why it is none; whether its settings exist is for whoever knows them. */
    public static Decoded<Profile> decode(byte[] json) {
        if (json.length > Profile.MAX_BYTES) {
            return Decoded.reject(
                    RejectReason.TOO_LARGE, json.length + " bytes; at most " + Profile.MAX_BYTES + " are allowed");
        }
        return EventJson.decode(json, Profile.class).then(ProfileCodec::check);
    }

    private static Decoded<Profile> check(Profile profile) {
        if (profile.v() != VERSION) {
            return Decoded.reject(RejectReason.UNKNOWN_VERSION, "v is " + profile.v() + "; known is 1");
        }
        Map<String, String> settings = profile.settings();
        if (settings != null && settings.values().stream().anyMatch(Objects::isNull)) {
            return bad("a setting has no value");
        }
        List<String> avoid = profile.avoid();
        if (avoid != null && avoid.stream().anyMatch(Objects::isNull)) {
            return bad("avoid names an exercise by null");
        }
        if (!isTime(profile.pausedUntil())) {
            return bad("pausedUntil lies outside 1970 to 9999");
        }
        return profile.vacation() == null ? Decoded.accept(profile) : check(profile, profile.vacation());
    }

    /** A vacation without an end would silence its wearer for good. */
    private static Decoded<Profile> check(Profile profile, Profile.Vacation vacation) {
        if (vacation.from() == null) {
            return bad("vacation.from is missing");
        }
        if (vacation.to() == null) {
            return bad("vacation.to is missing");
        }
        if (!isDay(vacation.from())) {
            return bad("vacation.from lies outside 1970 to 9999");
        }
        if (!isDay(vacation.to())) {
            return bad("vacation.to lies outside 1970 to 9999");
        }
        return vacation.to().isBefore(vacation.from())
                ? bad("vacation.to is before vacation.from")
                : Decoded.accept(profile);
    }

    private static boolean isDay(LocalDate day) {
        return day.getYear() >= 1970 && day.getYear() <= 9999;
    }

    private static boolean isTime(@Nullable Instant at) {
        return at == null
                || (!at.isBefore(Instant.EPOCH) && !at.isAfter(Instant.ofEpochMilli(UploadCheck.LAST_MILLIS)));
    }

    private static Decoded<Profile> bad(String detail) {
        return Decoded.reject(RejectReason.BAD_FIELD, detail);
    }
}
