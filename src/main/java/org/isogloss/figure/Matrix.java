package org.isogloss.figure;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.batch.LanguagePair;
import org.isogloss.corpus.Lang;
import org.jfree.chart.JFreeChart;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * A table of language pairs as coloured cells, from which both heatmaps are drawn.
 *
 * @param label what the colours mean
 * @param written how a value is written in its cell
 * @param marked pairs that get a dot
 * @param rowsAre what the rows are, such as {@code question language}
 * @param columnsAre what the columns are
 */
record Matrix(
        LanguagePairTable table,
        ColourScale scale,
        String label,
        DoubleFunction<String> written,
        Set<LanguagePair> marked,
        String rowsAre,
        String columnsAre) {

    /** Question languages by answer languages. */
    Matrix(
            LanguagePairTable table,
            ColourScale scale,
            String label,
            DoubleFunction<String> written,
            Set<LanguagePair> marked) {
        this(table, scale, label, written, marked, "question language", "answer language");
    }

    JFreeChart draw(Figure figure, ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        LanguageAxis columns = frame.columns(columnsAre, table.answerLanguages());
        LanguageAxis rows = frame.rows(rowsAre, table.questionLanguages());
        rows.setInverted(true);
        MatrixPlot plot = new MatrixPlot(this, columns, rows, frame);
        return frame.chart(figure, plot, List.of());
    }

    /** One item a cell: x is the column, y the row, z the value. */
    DefaultXYZDataset cells() {
        int columns = columns();
        double[][] xyz = new double[3][rows() * columns];
        for (int i = 0; i < xyz[0].length; i++) {
            int row = i / columns;
            int column = i % columns;
            xyz[0][i] = column;
            xyz[1][i] = row;
            xyz[2][i] = table.values().get(row).get(column);
        }
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries(label, xyz);
        return data;
    }

    /** The longest of the written values: all cells write at the size that suits it. */
    String widest() {
        return table.values().stream()
                .flatMap(List::stream)
                .map(written::apply)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    int rows() {
        return table.questionLanguages().size();
    }

    int columns() {
        return table.answerLanguages().size();
    }

    LanguagePair pair(int item) {
        Lang question = table.questionLanguages().get(item / columns());
        return new LanguagePair(question, table.answerLanguages().get(item % columns()));
    }
}
