package plumbline.standalone;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import plumbline.contract.operator.EnvironmentDefaults;
import plumbline.streams.settings.RuleSetting;

/** The tables of all settings, made of what the commands and the rules say of themselves. */
final class SettingsDocument {
    private static final List<String> NOT_SETTINGS = List.of("--help", "--version");

    /** Of one option, by what it says: which commands have it. */
    private final Map<String, Map<String, Set<String>>> meanings = new TreeMap<>();

    /** By name and meaning: what two commands call the same need not take the same. */
    private final Map<String, OptionSpec> options = new LinkedHashMap<>();

    SettingsDocument(CommandLine root) {
        root.getSubcommands().values().forEach(command -> gather("", command));
    }

    private void gather(String parent, CommandLine command) {
        String name = parent + command.getCommandName();
        command.getCommandSpec().options().stream()
                .filter(option -> !NOT_SETTINGS.contains(option.longestName()))
                .forEach(option -> gather(name, option));
        command.getSubcommands().values().forEach(child -> gather(name + " ", child));
    }

    private void gather(String command, OptionSpec option) {
        String name = option.longestName();
        options.put(name + meaning(option), option);
        meanings.computeIfAbsent(name, key -> new LinkedHashMap<>())
                .computeIfAbsent(meaning(option), key -> new LinkedHashSet<>())
                .add(command);
    }

    private static String meaning(OptionSpec option) {
        String text = String.join(" ", option.description());
        return text.replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValueString()));
    }

    /** The text of {@code docs/settings.md}. */
    String text() {
        return """
                # Options of the commands

                Made from the program itself; a test compares. After a change: `mvn -pl standalone -am verify -Dgolden.update=true`.
                The numbers of the rules are in the [README](../README.md#settings).

                On the command line or in the environment; the command line wins. A variable that begins with `PLUMBLINE_` and is
                not in this table is refused, and so is an unknown option, with the nearest name. The variable goes for every
                command that has the option. `PLUMBLINE_JAVA_OPTS` alone is for the launcher: it replaces the flags of the JVM.

                | option | variable | commands | meaning |
                |---|---|---|---|
                %s""".formatted(optionRows());
    }

    /** The table of the rules' numbers, as it stands in the README. */
    static String rules() {
        return """
                | key | default | meaning |
                |---|---|---|
                %s""".formatted(ruleRows());
    }

    private String optionRows() {
        return meanings.entrySet().stream()
                .flatMap(option -> option.getValue().entrySet().stream()
                        .map(meaning -> optionRow(option.getKey(), meaning.getKey(), meaning.getValue())))
                .collect(Collectors.joining());
    }

    private String optionRow(String name, String meaning, Set<String> commands) {
        OptionSpec option = options.get(name + meaning);
        String label = option.paramLabel().isEmpty() || option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return row(
                "`" + name + label + "`",
                "`" + EnvironmentDefaults.variable(option) + "`",
                String.join(", ", commands),
                meaning);
    }

    private static String ruleRows() {
        return Stream.of(RuleSetting.values())
                .map(setting -> row("`" + setting.key() + "`", setting.defaultText(), setting.meaning()))
                .collect(Collectors.joining());
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
