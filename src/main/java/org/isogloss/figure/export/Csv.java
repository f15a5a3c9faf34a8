package org.isogloss.figure.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    public void write(Figure figure, ChartStyle style, FigureSize size, OutputStream out)
            throws IOException {
        out.write(text(PaperTable.of(figure)).getBytes(StandardCharsets.UTF_8));
    }

    static String text(PaperTable table) {
        FigureTable numbers = table.numbers();
        return table.subtitle().isEmpty()
                ? numbers.csv()
                : numbers.with("provenance", table.subtitle()).csv();
    }
}
