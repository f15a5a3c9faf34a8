package org.isogloss.figure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A figure's data as text, for readers who cannot see it and for other programs.
 *
 * @param rows each as long as the column names
 * @param marks what stands out among the cells; most tables have none
 */
public record FigureTable(List<String> columns, List<List<String>> rows, List<TableMark> marks) {
    /**
     * Takes the names, the rows and the marks.
     *
     * @throws IllegalArgumentException if a row is not as long as the column names
     * @throws IndexOutOfBoundsException if a mark is on no cell
     */
    public FigureTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        marks = List.copyOf(marks);
        for (TableMark mark : marks) {
            Objects.checkIndex(mark.row(), rows.size());
            Objects.checkIndex(mark.column(), columns.size());
        }
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "row " + row + " does not fit the columns " + columns);
            }
        }
    }

    /** A table in which no cell stands out. */
    public FigureTable(List<String> columns, List<List<String>> rows) {
        this(columns, rows, List.of());
    }

    /** What is said of a cell, if anything is. */
    public Optional<TableMark> mark(int row, int column) {
        return marks.stream()
                .filter(mark -> mark.row() == row && mark.column() == column)
                .findFirst();
    }

    /** The same table with one more column, whose cells are all the same. */
    public FigureTable with(String column, String cell) {
        return new FigureTable(
                append(columns, column),
                rows.stream().map(row -> append(row, cell)).toList(),
                marks);
    }

    private static List<String> append(List<String> cells, String last) {
        return Stream.concat(cells.stream(), Stream.of(last)).toList();
    }

    /** Comma-separated values with a header line (RFC 4180, line feeds only). */
    public String csv() {
        StringBuilder text = new StringBuilder(line(columns));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(FigureTable::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
