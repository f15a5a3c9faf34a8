package org.isogloss.figure.export;

import java.nio.file.Path;
import org.isogloss.base.AtomicFile;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;

/**
 * The figure's table as comma-separated values in UTF-8.
 *
 * <p>Where the numbers come from, the guard's verdict with it, stands in each row: rows of several
 * files put together still say it.
 */
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
        FigureTable table =
                figure.subtitle().isEmpty()
                        ? figure.table()
                        : figure.table().with("provenance", figure.subtitle());
        AtomicFile.writeText(file, table.csv());
    }
}
