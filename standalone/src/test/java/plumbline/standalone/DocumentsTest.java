package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import plumbline.contract.operator.EnvironmentDefaults;

/** What the documents say of the program is what it says of itself. {@code -Dgolden.update=true} writes tables anew. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern RULES_TABLE = Pattern.compile("\\| key \\| default \\|.*\\n(\\|.*\\n)*");
    private static final CommandLine PROGRAM = Plumbline.commandLine(new EnvironmentDefaults(Map.of()));

    @Test
    void theOptionsTableHoldsEveryOption() throws IOException {
        Path file = ROOT.resolve("docs/settings.md");
        String text = new SettingsDocument(PROGRAM).text();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void theReadmesSettingsTableHoldsEveryNumberOfTheRules() throws IOException {
        Path file = ROOT.resolve("README.md");
        if (Boolean.getBoolean("golden.update")) {
            String renewed = RULES_TABLE
                    .matcher(Files.readString(file))
                    .replaceFirst(Matcher.quoteReplacement(SettingsDocument.rules()));
            Files.writeString(file, renewed);
        }
        assertThat(Files.readString(file)).contains(SettingsDocument.rules());
    }

    @Test
    void theReadmeNamesEveryCommand() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(PROGRAM.getSubcommands().keySet())
                .allSatisfy(command -> assertThat(readme).containsPattern("\\| `" + command + "[ `]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CONTRIBUTING.md",
                "SECURITY.md",
                "docs/architecture.md",
                "docs/decisions.md",
                "docs/detection.md",
                "docs/faults.md",
                "docs/operations.md"
            })
    void everyLinkLeadsToAFile(String document) throws IOException {
        Path file = ROOT.resolve(document);
        assertThat(LINK.matcher(Files.readString(file)).results())
                .allSatisfy(
                        link -> assertThat(file.resolveSibling(link.group(1)).normalize())
                                .exists());
    }
}
