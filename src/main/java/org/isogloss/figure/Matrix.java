package org.isogloss.figure;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.data.xy.DefaultXYZDataset;

/**
 * A table as coloured cells, from which all heatmaps are drawn.
 *
 * @param label what the colours mean
 * @param written how a value is written in its cell
 * @param rowsAre what the rows are, such as {@code question language}
 * @param columnsAre what the columns are
 */
record Matrix(
        Cells cells,
        ColourScale scale,
        String label,
        DoubleFunction<String> written,
        String rowsAre,
        String columnsAre) {

    /** Question languages by answer languages. */
    Matrix(Cells cells, ColourScale scale, String label, DoubleFunction<String> written) {
        this(cells, scale, label, written, "question language", "answer language");
    }

    JFreeChart draw(Figure figure, ChartStyle style) {
        ChartFrame frame = new ChartFrame(style);
        NameAxis across = frame.columns(columnsAre, cells.columns());
        NameAxis down = frame.rows(rowsAre, cells.rows());
        down.setInverted(true);
        MatrixPlot plot = new MatrixPlot(this, across, down, frame);
        return frame.chart(figure, plot, List.of());
    }

    /** One item a cell: x is the column, y the row, z the value. */
    DefaultXYZDataset data() {
        double[][] xyz = new double[3][rows() * columns()];
        for (int i = 0; i < xyz[0].length; i++) {
            int row = i / columns();
            xyz[0][i] = i % columns();
            xyz[1][i] = row;
            xyz[2][i] = cells.value(i);
        }
        DefaultXYZDataset data = new DefaultXYZDataset();
        data.addSeries(label, xyz);
        return data;
    }

    /** The longest of the written values: all cells write at the size that suits it. */
    String widest() {
        return cells.values().stream()
                .flatMap(List::stream)
                .map(written::apply)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    int rows() {
        return cells.rows().size();
    }

    int columns() {
        return cells.columns().size();
    }
}
