package org.isogloss.figure.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;
import org.isogloss.figure.NamedFigure;

/**
 * The figure's numbers as a picture that LaTeX draws with PGFPlots: matrices as matrix plots, all
 * else as lines or marks with error bars, the data inline.
 *
 * <p>It is drawn anew from the table, in the type of the paper around it, so it has the numbers of
 * the chart and not its every mark. A comment says where the numbers come from.
 */
final class Tikz implements FigureFormat {
    private static final String DIVERGING =
            "colormap={gain}{rgb255=(33,102,172) rgb255=(247,247,247) rgb255=(178,24,43)}";
    private static final double COLOUR_BAR = 54;

    @Override
    public String id() {
        return "tikz";
    }

    @Override
    public String description() {
        return "the numbers as a picture that LaTeX draws (PGFPlots)";
    }

    @Override
    public void write(Figure figure, ChartStyle style, FigureSize size, OutputStream out)
            throws IOException {
        out.write(text(figure, size).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Figure figure, FigureSize size) {
        StringBuilder tex = new StringBuilder();
        FigureFacts.of(figure)
                .facts()
                .forEach(
                        (name, fact) ->
                                tex.append("% " + name + ": ")
                                        .append(fact.replaceAll("\\s+", " "))
                                        .append('\n'));
        tex.append("% needs \\usepackage{pgfplots}\\pgfplotsset{compat=1.18}\n");
        int drawn = tex.length();
        TikzLayout layout =
                TikzLayout.of(figure instanceof NamedFigure named ? named.figure() : figure);
        for (TikzLayout.Axis axis : layout.axes()) {
            String area = area(size, axis);
            for (List<List<String>> rows : parts(figure.table().rows(), axis.apart()).values()) {
                tex.append("\\begin{tikzpicture}\n");
                tex.append(
                        axis.matrix()
                                ? matrix(figure.table(), rows, axis, area)
                                : new TikzCurves(figure.table(), rows, axis).text(area, size));
                tex.append("\\end{tikzpicture}\n\n"); // one below the other
            }
        }
        return tex.insert(drawn, Latex.scripts(tex.substring(drawn))).toString();
    }

    /** PGFPlots counts the axis's words to its width, but not the scale of colours beside it. */
    private static String area(FigureSize size, TikzLayout.Axis axis) {
        double width = size.widthPoints() - (axis.matrix() ? COLOUR_BAR : 0);
        return String.format(Locale.ROOT, "width=%.1fbp, height=%.1fbp", width, size.heightPoints())
                + ",\n  every tick label/.append style={font=\\footnotesize},"
                + " every axis label/.append style={font=\\small},\n"
                + "  /pgf/number format/.cd, fixed, precision=3, 1000 sep={\\,},"
                + " /pgfplots/.cd";
    }

    /** Rows by what some of their cells say, in the order of the table. */
    static Map<String, List<List<String>>> parts(List<List<String>> rows, List<Integer> columns) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                row ->
                                        columns.stream()
                                                .map(row::get)
                                                .distinct()
                                                .collect(Collectors.joining(", ")),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    private static String matrix(
            FigureTable table, List<List<String>> rows, TikzLayout.Axis axis, String area) {
        List<String> across = names(rows, axis.x());
        List<String> down = names(rows, axis.y());
        double largest =
                rows.stream()
                        .map(row -> number(row.get(axis.value())))
                        .filter(value -> !value.equals("nan"))
                        .mapToDouble(value -> Math.abs(Double.parseDouble(value)))
                        .filter(value -> value > 0)
                        .max()
                        .orElse(1); // colours need a range, if nothing differs
        String colours =
                axis.signed()
                        ? DIVERGING + ", point meta min=" + -largest + ", point meta max=" + largest
                        : "colormap/viridis";
        StringBuilder tex = new StringBuilder("\\begin{axis}[" + area + ", enlargelimits=false,\n");
        tex.append("  axis on top, y dir=reverse, colorbar, " + colours + ",\n");
        tex.append(
                "  colorbar style={width=6bp, yticklabel style={/pgf/number format/.cd, fixed},\n    title={"
                        + words(table, axis.value()));
        tex.append("}, title style={font=\\small}},\n");
        tex.append(labels(table, axis.x(), axis.y()));
        tex.append(ticks("x", across) + ",\n" + ticks("y", down) + "]\n");
        tex.append("\\addplot[matrix plot*, point meta=explicit, mesh/cols=" + across.size());
        tex.append("] table[x=x, y=y, meta=v] {\nx y v\n");
        Map<List<String>, String> values =
                rows.stream()
                        .collect(
                                Collectors.toMap(
                                        row -> List.of(row.get(axis.x()), row.get(axis.y())),
                                        row -> number(row.get(axis.value()))));
        for (int y = 0; y < down.size(); y++) {
            for (int x = 0; x < across.size(); x++) {
                List<String> cell = List.of(across.get(x), down.get(y));
                tex.append(x + " " + y + " " + values.getOrDefault(cell, "nan") + "\n");
            }
        }
        return tex.append("};\n" + part(rows, axis) + "\\end{axis}\n").toString();
    }

    private static String part(List<List<String>> rows, TikzLayout.Axis axis) {
        return axis.apart().isEmpty()
                ? ""
                : "\\node[above] at (rel axis cs:.5,1) {"
                        + Latex.escaped(
                                axis.apart().stream()
                                        .map(rows.get(0)::get)
                                        .collect(Collectors.joining(", ")))
                        + "};\n";
    }

    static List<String> names(List<List<String>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).distinct().toList();
    }

    static String labels(FigureTable table, int x, int y) {
        return "  xlabel={" + words(table, x) + "}, ylabel={" + words(table, y) + "},\n";
    }

    private static String words(FigureTable table, int column) {
        return Latex.escaped(table.columns().get(column));
    }

    static String ticks(String axis, List<String> names) {
        String places =
                IntStream.range(0, names.size())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));
        String labels =
                names.stream()
                        .map(name -> "{" + Latex.escaped(name) + "}")
                        .collect(Collectors.joining(","));
        return "  " + axis + "tick={" + places + "}, " + axis + "ticklabels={" + labels + "}";
    }

    /** A number as PGFPlots reads it; one that is missing is passed over. */
    static String number(String cell) {
        return cell.matches("-?[\\d.]+(E-?\\d+)?") ? cell : "nan";
    }
}
