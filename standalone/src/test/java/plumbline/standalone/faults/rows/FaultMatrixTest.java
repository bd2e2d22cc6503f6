package plumbline.standalone.faults.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FaultMatrixTest {
    private static final Path DOCUMENT = Path.of("../docs/faults.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+|control) \\|");

    @Test
    void everyNameIsThereOnce() {
        assertThat(FaultMatrix.rows()).isNotEmpty().extracting(FaultRow::name).doesNotHaveDuplicates();
    }

    @Test
    void everyRowSaysWhatItDoesAndWhatHoldsInOneCellOfATable() {
        assertThat(FaultMatrix.rows())
                .flatExtracting(FaultRow::fault, FaultRow::promise)
                .allSatisfy(words -> assertThat(words)
                        .asString()
                        .isNotBlank()
                        .doesNotContain("|")
                        .doesNotContain("\n"));
    }

    @Test
    void everyRowIsFoundByItsName() {
        assertThat(FaultMatrix.rows())
                .allSatisfy(row -> assertThat(FaultMatrix.row(row.name())).containsSame(row));
    }

    @Test
    void noRowIsFoundByAnyOtherName() {
        assertThat(FaultMatrix.row("99")).isEmpty();
        assertThat(FaultMatrix.row("")).isEmpty();
        assertThat(FaultMatrix.row("Control")).isEmpty();
    }

    @Test
    void theQuickRowsAreThoseOfTheDocument() throws IOException {
        assertThat(FaultMatrix.rows().stream().filter(FaultRow::isQuick))
                .extracting(FaultRow::name)
                .containsExactly(
                        "1", "2", "3", "4", "6", "7", "8", "10", "12", "14", "15", "16", "17", "18", "19", "26");
        assertThat(Files.readString(DOCUMENT))
                .contains("--quick            rows 1-4, 6-8, 10, 12, 14-19 and 26 in small");
    }

    @Test
    void theDocumentTellsOfEveryRowInTheSameOrder() throws IOException {
        String rows = Files.readString(DOCUMENT).split("(?m)^## ")[0];
        List<String> told = ROW.matcher(rows)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
        assertThat(FaultMatrix.rows()).extracting(FaultRow::name).isEqualTo(told);
    }
}
