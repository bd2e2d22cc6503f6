package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
    private static final CommandLine PROGRAM = Plumbline.commandLine(new EnvironmentDefaults(Map.of()));

    @Test
    void theSettingsTablesHoldEveryOptionAndEveryNumberOfTheRules() throws IOException {
        Path file = ROOT.resolve("docs/settings.md");
        String text = new SettingsDocument(PROGRAM).text();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file)).isEqualTo(text);
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
