package org.isogloss.analysis.stats;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A number of a run that can be compared with the same number of another: the mean over some cells
 * of the mean over each cell's questions, as {@link org.isogloss.analysis.Macro} has it.
 *
 * @param metric the scores' metric
 * @param scope over which cells the mean is taken
 * @param cell the only cell it is taken over, or null for all of the scope
 */
public record Quantity(String metric, Scope scope, Cell cell) {

    /** A macro mean. */
    public static Quantity macro(String metric, Scope scope) {
        return new Quantity(metric, scope, null);
    }

    /** The mean of one cell. */
    public static Quantity of(String metric, Cell cell) {
        return new Quantity(metric, cell.scope(), cell);
    }

    /** The macro means that a run has of a metric, in the order of {@link Scope}. */
    public static List<Quantity> macros(RunScores run, String metric) {
        return Arrays.stream(Scope.values())
                .map(scope -> macro(metric, scope))
                .filter(quantity -> !quantity.cells(run.cells(metric)).isEmpty())
                .toList();
    }

    /**
     * The cells of a metric's table: every question and answer language, or every question language
     * where the metric is of the multilingual pool only.
     */
    public static List<Quantity> table(RunScores run, String metric) {
        List<Cell> pairs =
                run.cells(metric).stream().filter(c -> c.scope() != Scope.MULTILINGUAL).toList();
        return (pairs.isEmpty() ? run.cells(metric) : pairs)
                .stream().map(cell -> of(metric, cell)).toList();
    }

    /** Which of some cells it is the mean of. */
    List<Cell> cells(Collection<Cell> all) {
        return all.stream()
                .filter(one -> cell == null ? one.scope() == scope : one.equals(cell))
                .toList();
    }

    /** The quantity in words: {@code map monolingual}, {@code map en-de}. */
    @Override
    public String toString() {
        return metric + " " + (cell == null ? scope : cell);
    }
}
