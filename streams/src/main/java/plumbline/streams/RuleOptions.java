package plumbline.streams;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import plumbline.streams.settings.RuleSettings;

/** The rules' numbers as options. */
public final class RuleOptions {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "Changes a number of the rules, such as forward-neck.long=90s; may be given again."
                    + " 'plumbline settings' lists the keys.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** The settings in force; names every key that is unknown and every value that can't be. */
    public RuleSettings settings() {
        return settings(RuleSettings.DEFAULTS);
    }

    /** The same over other defaults. */
    public RuleSettings settings(RuleSettings defaults) {
        try {
            return defaults.with(settings);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(command).commandLine(), "--set: " + e.getMessage(), e);
        }
    }
}
