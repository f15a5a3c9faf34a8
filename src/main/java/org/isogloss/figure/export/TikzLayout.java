package org.isogloss.figure.export;

import java.util.List;
import org.isogloss.figure.AlphaCurve;
import org.isogloss.figure.DistanceShift;
import org.isogloss.figure.ErasureCurve;
import org.isogloss.figure.Figure;
import org.isogloss.figure.LanguageMap;
import org.isogloss.figure.LanguagePairDifference;
import org.isogloss.figure.MeasureBySize;
import org.isogloss.figure.ParetoFront;
import org.isogloss.figure.ProbeCurves;
import org.isogloss.figure.RankLanes;
import org.isogloss.figure.RunCurves;
import org.isogloss.figure.TextLengths;
import org.isogloss.figure.TopTenOwnership;

/**
 * Which columns of a figure's table are drawn against which.
 *
 * @param axes one picture each
 */
record TikzLayout(List<Axis> axes) {

    /**
     * One picture; columns are counted from 0.
     *
     * @param x the column across
     * @param y the column upwards; the interval’s ends are the next two where there are bars
     * @param value the column that colours the cells of a matrix; -1 for curves
     * @param series the columns whose words tell curves apart
     * @param apart the columns whose words tell pictures apart
     * @param looks what else is to be seen
     */
    record Axis(
            int x, int y, int value, List<Integer> series, List<Integer> apart, List<Look> looks) {
        boolean matrix() {
            return value >= 0;
        }

        boolean signed() {
            return looks.contains(Look.SIGNED);
        }

        boolean named() {
            return looks.contains(Look.NAMED);
        }

        boolean bars() {
            return looks.contains(Look.BARS);
        }

        boolean lines() {
            return looks.contains(Look.LINES);
        }

        boolean logX() {
            return looks.contains(Look.LOG_X);
        }

        boolean logY() {
            return looks.contains(Look.LOG_Y);
        }
    }

    enum Look {
        LINES,
        BARS,
        /** The column across holds words. */
        NAMED,
        LOG_X,
        LOG_Y,
        /** Zero is the middle of the colours. */
        SIGNED
    }

    private static TikzLayout curves(int x, int y, List<Integer> series, Look... looks) {
        return new TikzLayout(List.of(curve(x, y, series, looks)));
    }

    private static Axis curve(int x, int y, List<Integer> series, Look... looks) {
        return new Axis(x, y, -1, series, List.of(), List.of(looks));
    }

    private static TikzLayout matrix(int value, Look... looks) {
        return new TikzLayout(List.of(new Axis(1, 0, value, List.of(), List.of(), List.of(looks))));
    }

    /** A figure's layout; most are a matrix of languages, or a value by language. */
    static TikzLayout of(Figure figure) {
        if (figure instanceof LanguagePairDifference) {
            return matrix(4, Look.SIGNED);
        }
        if (figure instanceof TopTenOwnership) {
            return new TikzLayout(List.of(new Axis(2, 1, 3, List.of(), List.of(0), List.of())));
        }
        if (figure instanceof AlphaCurve) {
            return curves(1, 3, List.of(0), Look.LINES, Look.BARS);
        }
        if (figure instanceof MeasureBySize) {
            return curves(2, 4, List.of(0), Look.LINES, Look.BARS, Look.LOG_X);
        }
        if (figure instanceof RunCurves) {
            return curves(3, 4, List.of(0, 1, 2), Look.LINES);
        }
        if (figure instanceof ProbeCurves) {
            return severalOver(2, List.of(3, 4, 5, 6), List.of(0, 1));
        }
        if (figure instanceof ErasureCurve) {
            return severalOver(1, List.of(2, 3, 4), List.of(0));
        }
        if (figure instanceof TextLengths) {
            return curves(1, 3, List.of(0), Look.LINES);
        }
        if (figure instanceof ParetoFront) {
            return curves(2, 3, List.of(0));
        }
        if (figure instanceof LanguageMap) {
            return curves(3, 4, List.of(1, 2));
        }
        if (figure instanceof DistanceShift) {
            return curves(1, 2, List.of(), Look.LOG_X, Look.LOG_Y);
        }
        if (figure instanceof RankLanes) {
            return curves(2, 1, List.of(0, 3), Look.NAMED, Look.LOG_Y);
        }
        List<String> columns = figure.table().columns();
        if (columns.contains("lower")) {
            return curves(1, 2, List.of(0), Look.NAMED, Look.BARS);
        }
        return columns.size() == 2 ? curves(0, 1, List.of(), Look.NAMED) : matrix(2);
    }

    private static TikzLayout severalOver(int x, List<Integer> ys, List<Integer> series) {
        return new TikzLayout(ys.stream().map(y -> curve(x, y, series, Look.LINES)).toList());
    }
}
