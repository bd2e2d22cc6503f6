package plumbline.contract.operator;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for people, in columns two spaces apart; columns of numbers stand to the right. */
public final class TextTable {
    private final List<List<String>> rows;

    private TextTable(List<List<String>> rows) {
        this.rows = rows;
    }

    /** The lines of {@code rows}, each ended; the first row is the head, and all have as many cells. */
    public static String of(List<List<String>> rows) {
        return new TextTable(rows).text();
    }

    private String text() {
        List<Column> columns =
                IntStream.range(0, rows.get(0).size()).mapToObj(this::column).toList();
        return rows.stream().map(row -> line(row, columns)).collect(Collectors.joining());
    }

    private record Column(int width, boolean numbers) {
        String cell(String text) {
            String space = " ".repeat(width - text.length());
            return numbers ? space + text : text + space;
        }
    }

    private Column column(int index) {
        int width = rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0);
        boolean numbers = rows.stream().skip(1).map(row -> row.get(index)).allMatch(TextTable::isNumber);
        return new Column(width, numbers);
    }

    /** So that a change such as {@code 3 -> 5} stands to the right too. */
    private static boolean isNumber(String cell) {
        return cell.isEmpty()
                || (Character.isDigit(cell.charAt(0)) && Character.isDigit(cell.charAt(cell.length() - 1)));
    }

    private static String line(List<String> row, List<Column> columns) {
        return IntStream.range(0, columns.size())
                        .mapToObj(index -> columns.get(index).cell(row.get(index)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                + "\n";
    }
}
