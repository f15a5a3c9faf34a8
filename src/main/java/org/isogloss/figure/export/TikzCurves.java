package org.isogloss.figure.export;

import java.awt.Color;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isogloss.figure.FigureTable;
import org.isogloss.figure.LanguageColours;
import org.isogloss.figure.Numbers;
import org.isogloss.figure.StrategyStyle;

/** Lines or marks with error bars as PGFPlots draws them, with their legend below. */
final class TikzCurves {
    private static final int MOST_MARKED = 60;
    private static final double LETTER = 4.4;
    private static final double AROUND_NAME = 36;
    private static final int FEW_TICKS = 6;
    private static final int MOST_DECADES = 13;
    private static final double LARGE = 100_000;
    private static final double ROUNDED_UP = 1.000001;
    private static final Pattern HYBRID = Pattern.compile("hybrid α ([01]?\\.?\\d+)");
    private static final Pattern MEAN = Pattern.compile("interpolation ([01]?\\.?\\d+)");
    private static final List<String> MARKS =
            List.of("*", "square*", "triangle*", "diamond*", "o", "square", "triangle", "diamond");

    private final FigureTable table;
    private final List<List<String>> rows;
    private final TikzLayout.Axis axis;
    private final List<String> named;

    TikzCurves(FigureTable table, List<List<String>> rows, TikzLayout.Axis axis) {
        this.table = table;
        this.rows = rows;
        this.axis = axis;
        named = axis.named() ? Tikz.names(rows, axis.x()) : List.of();
    }

    /**
     * The picture.
     *
     * @param area its size and type, as PGFPlots takes them
     * @param size how wide the legend may be
     */
    String text(String area, FigureSize size) {
        Map<String, List<List<String>>> curves = Tikz.parts(rows, axis.series());
        int longest = curves.keySet().stream().mapToInt(String::length).max().orElse(0);
        double fit = size.widthPoints() / (longest * LETTER + AROUND_NAME);
        StringBuilder tex = new StringBuilder("\\begin{axis}[" + area + ",\n");
        tex.append("  legend columns=" + (int) Math.max(1, fit) + ", legend cell align=left,\n");
        tex.append("  legend style={at={(.5,-.24)}, anchor=north, draw=none,");
        tex.append(" font=\\footnotesize, /tikz/every even column/.append style={");
        tex.append("column sep=6bp}},\n" + Tikz.labels(table, axis.x(), axis.y()));
        tex.append(named.isEmpty() ? "" : Tikz.ticks("x", named) + ",\n");
        tex.append(axis.logX() ? log("x", axis.x()) : "");
        tex.append(axis.logY() ? log("y", axis.y()) : "").append("]\n");
        int next = 0;
        for (Map.Entry<String, List<List<String>>> curve : curves.entrySet()) {
            List<List<String>> points = curve.getValue();
            tex.append("\\addplot[" + colour(points.get(0)));
            tex.append(look(points.size(), next++) + "] table[");
            tex.append(axis.bars() ? "x=x, y=y, y error minus=m, y error plus=p" : "x=x, y=y");
            tex.append("] {\n" + (axis.bars() ? "x y m p\n" : "x y\n"));
            points.stream().filter(this::isPoint).forEach(row -> tex.append(point(row)));
            tex.append("};\n");
            if (!axis.series().isEmpty()) {
                tex.append("\\addlegendentry{" + Latex.escaped(curve.getKey()) + "}\n");
            }
        }
        return tex.append("\\end{axis}\n").toString();
    }

    private String look(int points, int next) {
        if (axis.lines() && points > MOST_MARKED) {
            return "mark=none, line width=.4pt";
        }
        boolean dots = axis.series().isEmpty() || points > MOST_MARKED;
        String look = "mark=" + MARKS.get(next % MARKS.size());
        look += dots ? ", mark size=.6pt" : ", mark size=1.5pt";
        look += axis.lines() ? "" : ", only marks";
        return look + (axis.bars() ? ", error bars/.cd, y dir=both, y explicit" : "");
    }

    /** A row about a curve, such as its slope, is no point of it. */
    private boolean isPoint(List<String> row) {
        return (axis.named() || !Tikz.number(row.get(axis.x())).equals("nan"))
                && !Tikz.number(row.get(axis.y())).equals("nan");
    }

    private String point(List<String> row) {
        String x = row.get(axis.x());
        return (axis.named() ? Integer.toString(named.indexOf(x)) : Tikz.number(x))
                + " "
                + Tikz.number(row.get(axis.y()))
                + (axis.bars() ? bars(row) : "")
                + "\n";
    }

    /** Round ticks: left alone, PGFPlots writes powers such as ten to 1.6. */
    private String log(String letter, int column) {
        DoubleSummaryStatistics range =
                rows.stream()
                        .filter(this::isPoint)
                        .map(row -> Tikz.number(row.get(column)))
                        .mapToDouble(Double::parseDouble)
                        .filter(value -> value > 0)
                        .summaryStatistics();
        List<Double> ticks = ticksWithin(range, List.of(1, 2, 5));
        if (ticks.size() > FEW_TICKS) {
            ticks = ticksWithin(range, List.of(1));
        }
        String places =
                ticks.stream()
                        .map(at -> String.format(Locale.ROOT, "%.0f", at))
                        .collect(Collectors.joining(","));
        String labels = ticks.stream().map(TikzCurves::power).collect(Collectors.joining(","));
        return String.format(
                "  %smode=log, %stick={%s}, %sticklabels={%s},\n",
                letter, letter, places, letter, labels);
    }

    private static List<Double> ticksWithin(DoubleSummaryStatistics range, List<Integer> steps) {
        return IntStream.range(0, MOST_DECADES)
                .boxed()
                .flatMap(power -> steps.stream().map(step -> step * Math.pow(10, power)))
                .filter(at -> at >= range.getMin() && at <= range.getMax())
                .toList();
    }

    /** A large number by its power of ten. */
    private static String power(double at) {
        int power = (int) Math.log10(at * ROUNDED_UP);
        long step = Math.round(at / Math.pow(10, power));
        return at < LARGE
                ? Latex.escaped(Numbers.count(at))
                : "$" + (step == 1 ? "" : step + "\\cdot") + "10^{" + power + "}$";
    }

    /** How far the interval reaches below and above; nothing where there is none. */
    private String bars(List<String> row) {
        String low = Tikz.number(row.get(axis.y() + 1));
        String high = Tikz.number(row.get(axis.y() + 2));
        if (low.equals("nan") || high.equals("nan")) {
            return " 0 0";
        }
        double y = Double.parseDouble(Tikz.number(row.get(axis.y())));
        return String.format(
                Locale.ROOT,
                " %.6g %.6g",
                y - Double.parseDouble(low),
                Double.parseDouble(high) - y);
    }

    /** A strategy's own colour; the figures' other curves are coloured by their place. */
    private String colour(List<String> row) {
        if (axis.series().isEmpty()) {
            return rgb(LanguageColours.at(0));
        }
        int column = axis.series().get(0);
        String name = row.get(column);
        Matcher hybrid = HYBRID.matcher(name);
        Matcher mean = MEAN.matcher(name);
        if (mean.matches()) {
            return rgb(StrategyStyle.interpolation(Double.parseDouble(mean.group(1))).colour());
        }
        return rgb(
                hybrid.matches()
                        ? StrategyStyle.hybrid(Double.parseDouble(hybrid.group(1))).colour()
                        : StrategyStyle.all().stream()
                                .filter(style -> style.name().equals(name))
                                .findFirst()
                                .map(StrategyStyle::colour)
                                .orElseGet(
                                        () ->
                                                LanguageColours.at(
                                                        Tikz.names(rows, column).indexOf(name))));
    }

    private static String rgb(Color colour) {
        return String.format(
                Locale.ROOT,
                "color={rgb,255:red,%d;green,%d;blue,%d}, ",
                colour.getRed(),
                colour.getGreen(),
                colour.getBlue());
    }
}
