package plumbline.contract.operator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

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

    private static Stream<OptionSpec> options(CommandLine command) {
        Stream<OptionSpec> own = command.getCommandSpec().options().stream()
                .filter(option -> !NOT_SETTINGS.contains(option.longestName()));
        return Stream.concat(own, command.getSubcommands().values().stream().flatMap(EnvironmentDefaults::options));
    }
}
