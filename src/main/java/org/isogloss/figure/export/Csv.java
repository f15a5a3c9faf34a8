package org.isogloss.figure.export;

import java.nio.file.Path;
import org.isogloss.base.AtomicFile;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;

/** The figure's table as comma-separated values in UTF-8. */
final class Csv implements FigureFormat {
    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String description() {
        return "the numbers, for a spreadsheet, R or Python";
    }

    @Override
    public void write(Figure figure, ChartStyle style, FigureSize size, Path file) {
        AtomicFile.writeText(file, figure.table().csv());
    }
}
