package org.isogloss.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.batch.LanguagePair;
import org.isogloss.corpus.Lang;

/**
 * Values in rows and columns. A cell's item is its place, counted row by row.
 *
 * @param values {@code values.get(row).get(column)}; NaN where there is none
 * @param outlined items with an outline
 * @param marked items with a dot
 */
record Cells(
        List<String> rows,
        List<String> columns,
        List<List<Double>> values,
        Set<Integer> outlined,
        Set<Integer> marked) {

    /**
     * Question languages by answer languages, with an outline where both are the same.
     *
     * @param unseen languages in brackets
     */
    static Cells of(LanguagePairTable table, Set<LanguagePair> marked, Set<Lang> unseen) {
        Set<Integer> outlined = new HashSet<>();
        Set<Integer> dots = new HashSet<>();
        int item = 0;
        for (Lang question : table.questionLanguages()) {
            for (Lang answer : table.answerLanguages()) {
                LanguagePair pair = new LanguagePair(question, answer);
                if (pair.sameLanguage()) {
                    outlined.add(item);
                }
                if (marked.contains(pair)) {
                    dots.add(item);
                }
                item++;
            }
        }
        return new Cells(
                names(table.questionLanguages(), unseen),
                names(table.answerLanguages(), unseen),
                table.values(),
                outlined,
                dots);
    }

    /** The codes of languages; of some in brackets. */
    static List<String> names(List<Lang> languages, Set<Lang> unseen) {
        return languages.stream()
                .map(lang -> unseen.contains(lang) ? "(" + lang.tag() + ")" : lang.tag())
                .toList();
    }

    /**
     * The cells as a table, a column each; those with a dot are significant.
     *
     * @param corner names the rows
     */
    FigureTable printed(String corner, DoubleFunction<String> written) {
        List<List<String>> lines = new ArrayList<>();
        List<TableMark> marks = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<String> line = new ArrayList<>(List.of(rows.get(row)));
            for (int column = 0; column < columns.size(); column++) {
                if (marked.contains(row * columns.size() + column)) {
                    marks.add(new TableMark(row, line.size(), "", false, true));
                }
                double value = values.get(row).get(column);
                line.add(Double.isNaN(value) ? "" : written.apply(value));
            }
            lines.add(line);
        }
        List<String> heads = new ArrayList<>(List.of(corner));
        heads.addAll(columns);
        return new FigureTable(heads, lines, marks);
    }

    double value(int item) {
        return values.get(item / columns.size()).get(item % columns.size());
    }

    /** The row and the column as a reader says them: {@code th to en}, and {@code th} alone. */
    String name(int item) {
        String row = rows.get(item / columns.size());
        String column = columns.get(item % columns.size());
        return row.equals(column) ? row : row + " to " + column;
    }
}
