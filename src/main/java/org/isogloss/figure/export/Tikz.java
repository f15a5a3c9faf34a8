package org.isogloss.figure.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isogloss.figure.ChartStyle;
import org.isogloss.figure.Figure;
import org.isogloss.figure.FigureTable;
import org.isogloss.figure.NamedFigure;
import org.isogloss.figure.StrategyStyle;

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
    private static final Pattern SHADED =
            Pattern.compile("(hybrid α|interpolation) ([01]?\\.?\\d+)");
    private static final List<String> MARKS =
            List.of("*", "square*", "triangle*", "diamond*", "o", "square", "triangle", "diamond");

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
        tex.append("% needs \\usepackage{pgfplots} and \\pgfplotsset{compat=1.18}\n");
        TikzLayout layout =
                TikzLayout.of(figure instanceof NamedFigure named ? named.figure() : figure);
        String area =
                String.format(
                        Locale.ROOT,
                        "width=%.1fbp, height=%.1fbp",
                        size.widthPoints(),
                        size.heightPoints());
        for (TikzLayout.Axis axis : layout.axes()) {
            for (List<List<String>> rows : parts(figure.table().rows(), axis.apart()).values()) {
                tex.append("\\begin{tikzpicture}\n");
                tex.append(
                        axis.matrix()
                                ? matrix(figure.table(), rows, axis, area)
                                : curves(figure.table(), rows, axis, area));
                tex.append("\\end{tikzpicture}\n");
            }
        }
        return tex.toString();
    }

    /** Rows by what some of their cells say, in the order of the table. */
    private static Map<String, List<List<String>>> parts(
            List<List<String>> rows, List<Integer> columns) {
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
                        .max()
                        .orElse(1);
        String colours =
                axis.signed()
                        ? DIVERGING + ", point meta min=" + -largest + ", point meta max=" + largest
                        : "colormap/viridis";
        StringBuilder tex = new StringBuilder("\\begin{axis}[" + area + ", enlargelimits=false,\n");
        tex.append("  axis on top, y dir=reverse, colorbar, " + colours + ",\n");
        tex.append("  colorbar style={title={" + words(table, axis.value()) + "}},\n");
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

    private static String curves(
            FigureTable table, List<List<String>> rows, TikzLayout.Axis axis, String area) {
        List<String> named = axis.named() ? names(rows, axis.x()) : List.of();
        StringBuilder tex = new StringBuilder("\\begin{axis}[" + area + ", legend pos=outer north");
        tex.append(" east, legend cell align=left,\n" + labels(table, axis.x(), axis.y()));
        tex.append(named.isEmpty() ? "" : ticks("x", named) + ",\n");
        tex.append(axis.logX() ? "  xmode=log,\n" : "").append(axis.logY() ? "  ymode=log,\n" : "");
        tex.append("]\n");
        int next = 0;
        for (Map.Entry<String, List<List<String>>> curve : parts(rows, axis.series()).entrySet()) {
            String look = "mark=" + MARKS.get(next++ % MARKS.size()) + ", mark size=1.2pt";
            look += axis.lines() ? "" : ", only marks";
            look += axis.bars() ? ", error bars/.cd, y dir=both, y explicit" : "";
            tex.append("\\addplot+[" + colour(curve.getValue().get(0), axis) + look + "] table[");
            tex.append(axis.bars() ? "x=x, y=y, y error minus=m, y error plus=p" : "x=x, y=y");
            tex.append("] {\n" + (axis.bars() ? "x y m p\n" : "x y\n"));
            for (List<String> row : curve.getValue()) {
                String x = row.get(axis.x());
                String across = named.isEmpty() ? number(x) : Integer.toString(named.indexOf(x));
                if (across.equals("nan")) {
                    continue; // a row about a curve, such as its slope, is no point of it
                }
                tex.append(across + " " + number(row.get(axis.y())));
                tex.append(axis.bars() ? bars(row, axis) : "").append('\n');
            }
            tex.append("};\n");
            if (!axis.series().isEmpty()) {
                tex.append("\\addlegendentry{" + Latex.escaped(curve.getKey()) + "}\n");
            }
        }
        return tex.append("\\end{axis}\n").toString();
    }

    /** How far the interval reaches below and above; nothing where there is none. */
    private static String bars(List<String> row, TikzLayout.Axis axis) {
        String low = number(row.get(axis.y() + 1));
        String high = number(row.get(axis.y() + 2));
        if (low.equals("nan") || high.equals("nan")) {
            return " 0 0";
        }
        double y = Double.parseDouble(number(row.get(axis.y())));
        return String.format(
                Locale.ROOT,
                " %.6g %.6g",
                y - Double.parseDouble(low),
                Double.parseDouble(high) - y);
    }

    /** A strategy's own colour, where the curve is one of a strategy. */
    private static String colour(List<String> row, TikzLayout.Axis axis) {
        Function<String, String> told =
                name ->
                        StrategyStyle.all().stream()
                                .filter(style -> style.name().equals(name))
                                .findFirst()
                                .map(Tikz::colour)
                                .orElse("");
        return axis.series().stream()
                .map(row::get)
                .map(
                        name -> {
                            Matcher shaded = SHADED.matcher(name);
                            if (!shaded.matches()) {
                                return told.apply(name);
                            }
                            double share = Double.parseDouble(shaded.group(2));
                            return colour(
                                    shaded.group(1).equals("hybrid α")
                                            ? StrategyStyle.hybrid(share)
                                            : StrategyStyle.interpolation(share));
                        })
                .findFirst()
                .orElse("");
    }

    private static String colour(StrategyStyle style) {
        return String.format(
                Locale.ROOT,
                "color={rgb,255:red,%d;green,%d;blue,%d}, ",
                style.colour().getRed(),
                style.colour().getGreen(),
                style.colour().getBlue());
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

    private static List<String> names(List<List<String>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).distinct().toList();
    }

    private static String labels(FigureTable table, int x, int y) {
        return "  xlabel={" + words(table, x) + "}, ylabel={" + words(table, y) + "},\n";
    }

    private static String words(FigureTable table, int column) {
        return Latex.escaped(table.columns().get(column));
    }

    private static String ticks(String axis, List<String> names) {
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
    private static String number(String cell) {
        return cell.matches("-?[\\d.]+(E-?\\d+)?") ? cell : "nan";
    }
}
