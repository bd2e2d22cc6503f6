package plumbline.contract.operator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Every option can also come from the environment: {@code --topic-prefix} from {@code PLUMBLINE_TOPIC_PREFIX}. */
public final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final String PREFIX = "PLUMBLINE_";
    private static final List<String> NOT_SETTINGS = List.of("--help", "--version");

    private final Map<String, String> environment;

    public EnvironmentDefaults(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? environment.get(variable(option)) : null;
    }

    /** The variable that stands for an option. */
    public static String variable(OptionSpec option) {
        return PREFIX + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** One line for each variable that begins like ours and is no option of any command, with what may be meant. */
    public List<String> unknown(CommandLine root) {
        TreeSet<String> known = new TreeSet<>();
        options(root).map(EnvironmentDefaults::variable).forEach(known::add);
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .sorted()
                .map(name -> "there is no setting " + name + NearestName.hint(name, known))
                .toList();
    }

    /** One line for each option that the fault names and that nobody gave: it was taken from its variable. */
    public List<String> blamed(ParameterException misuse) {
        CommandLine command = misuse.getCommandLine();
        String fault = Objects.requireNonNullElse(misuse.getMessage(), "");
        List<String> given = command.getParseResult().originalArgs();
        return command.getCommandSpec().options().stream()
                .filter(option -> environment.containsKey(variable(option)))
                .filter(option -> isNamed(option, fault))
                .filter(option -> given.stream().noneMatch(argument -> isNamed(option, argument)))
                .map(option -> option.longestName() + " comes from " + variable(option) + " in the environment")
                .toList();
    }

    private static boolean isNamed(OptionSpec option, String text) {
        return Pattern.compile(Pattern.quote(option.longestName()) + "(?![a-z-])")
                .matcher(text)
                .find();
    }

    private static Stream<OptionSpec> options(CommandLine command) {
        Stream<OptionSpec> own = command.getCommandSpec().options().stream()
                .filter(option -> !NOT_SETTINGS.contains(option.longestName()));
        return Stream.concat(own, command.getSubcommands().values().stream().flatMap(EnvironmentDefaults::options));
    }
}
