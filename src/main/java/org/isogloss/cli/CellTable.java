package org.isogloss.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;

/**
 * A heatmap in lines for people: its first column down, its second across.
 *
 * @param table the figure's, one line a cell
 * @param value the column of the numbers
 */
record CellTable(FigureTable table, int value) {
    private static final int NAME = 16;
    private static final int CELL = 8;
    private static final String SIGNIFICANT = "significant";

    /** The lines of a heatmap or of differences. */
    static CellTable of(Figure figure) {
        FigureTable table = figure.table();
        boolean tested = table.columns().contains(SIGNIFICANT);
        return new CellTable(table, table.columns().size() - (tested ? 2 : 1));
    }

    List<String> lines() {
        Set<String> down = new LinkedHashSet<>();
        Set<String> across = new LinkedHashSet<>();
        table.rows().forEach(row -> down.add(row.get(0)));
        table.rows().forEach(row -> across.add(row.get(1)));
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(" ".repeat(NAME));
        across.forEach(name -> head.append(String.format(Locale.ROOT, "%" + CELL + "s", name)));
        lines.add(head.toString());
        for (String name : down) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-16s", name));
            for (List<String> row : table.rows()) {
                if (row.get(0).equals(name)) {
                    line.append(cell(row));
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private String cell(List<String> row) {
        String number = row.get(value);
        boolean gain = table.columns().contains(SIGNIFICANT);
        StatisticText text = new StatisticText("");
        String written =
                number.isEmpty()
                        ? "?"
                        : gain
                                ? text.signed(Double.parseDouble(number))
                                : text.number(Double.parseDouble(number));
        String mark = gain ? row.get(value + 1).equals("yes") ? "*" : " " : "";
        return String.format(Locale.ROOT, "%" + CELL + "s", written + mark);
    }
}
