package plumbline.streams;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.EventJson;
import plumbline.contract.codec.ProfileCodec;
import plumbline.contract.event.Profile;
import plumbline.contract.operator.InputFile;
import plumbline.contract.operator.NearestName;
import plumbline.streams.device.WearerRules;
import plumbline.streams.reminding.StretchCatalogue;
import plumbline.streams.settings.RuleSettings;

/** A profile that somebody wrote into a file. It is read more strictly than one from Kafka: nothing in it goes ignored. */
final class ProfileFile {
    private static final List<String> FIELDS = Arrays.stream(Profile.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    private ProfileFile() {}

    /** Throws IllegalArgumentException that names the file and the field. */
    static Profile read(Path file) throws IOException {
        InputFile.requireReadable(file);
        try {
            return decode(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static Profile decode(byte[] json) {
        Profile profile = accepted(ProfileCodec.decode(json));
        for (Object field : accepted(EventJson.decode(json, Map.class)).keySet()) {
            requireKnown("field", String.valueOf(field), FIELDS);
        }
        for (String id : Objects.requireNonNullElse(profile.avoid(), List.<String>of())) {
            requireKnown("exercise", id, StretchCatalogue.ids());
        }
        WearerRules.settings(RuleSettings.DEFAULTS, profile);
        return profile;
    }

    private static void requireKnown(String what, String name, List<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no " + what + " '" + name + "'" + NearestName.hint(name, known));
        }
    }

    private static <T> T accepted(Decoded<T> decoded) {
        if (decoded instanceof Decoded.Rejected<T> rejected) {
            throw new IllegalArgumentException(rejected.detail());
        }
        return ((Decoded.Accepted<T>) decoded).value();
    }
}
