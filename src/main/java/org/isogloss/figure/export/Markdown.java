package org.isogloss.figure.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;
import org.isogloss.figure.TableMark;

/**
 * The figure's table in Markdown (GitHub's pipe tables): the best bold, a dagger where a difference
 * is significant, where the numbers come from below.
 */
final class Markdown implements FigureFormat {
    @Override
    public String id() {
        return "md";
    }

    @Override
    public String description() {
        return "the numbers as a table for Markdown";
    }

    @Override
    public void write(Figure figure, ChartStyle style, FigureSize size, OutputStream out)
            throws IOException {
        out.write(text(PaperTable.of(figure)).getBytes(StandardCharsets.UTF_8));
    }

    static String text(PaperTable from) {
        FigureTable table = from.printed();
        StringBuilder text = new StringBuilder("**" + escaped(from.title()) + "**\n\n");
        text.append(row(table.columns().stream().map(Markdown::escaped).toList()));
        text.append(row(Collections.nCopies(table.columns().size(), "---")));
        for (int r = 0; r < table.rows().size(); r++) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < table.columns().size(); c++) {
                String value = escaped(table.rows().get(r).get(c));
                cells.add(table.mark(r, c).map(mark -> marked(value, mark)).orElse(value));
            }
            text.append(row(cells));
        }
        if (!from.subtitle().isEmpty()) {
            text.append("\n" + escaped(from.subtitle()) + "\n");
        }
        return text.toString();
    }

    private static String marked(String value, TableMark mark) {
        return (mark.best() ? "**" + value + "**" : value)
                + (mark.significant() ? "†" : "")
                + (mark.ties().isEmpty() ? "" : " " + escaped(mark.ties()))
                + (mark.interval().isEmpty() ? "" : " " + escaped(mark.interval()));
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\r\\n]+", " ").replaceAll("([\\\\`*_{}\\[\\]<>|#])", "\\\\$1");
    }
}
