package org.isogloss.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.isogloss.retrieval.QueryScores;
import org.isogloss.retrieval.RunScores;

/**
 * A run's numbers in the lines of trec_eval: metric, query or {@code all}, and value, parted by
 * tabs, values with four decimals.
 */
record TrecEvalTable(RunScores scores) {
    private static final int DECIMALS = 4;

    /** The lines of each query. */
    List<String> perQuery() {
        List<String> lines = new ArrayList<>();
        for (QueryScores one : scores.perQuery()) {
            lines.add(line("num_ret", one.query(), one.retrieved()));
            lines.add(line("num_rel", one.query(), one.relevant()));
            lines.add(line("num_rel_ret", one.query(), one.relevantRetrieved()));
            addValues(one.query(), one.values(), lines);
        }
        return lines;
    }

    /** The lines of the whole run. */
    List<String> all() {
        List<String> lines = new ArrayList<>();
        lines.add(line("num_q", "all", scores.queries()));
        lines.add(line("num_ret", "all", scores.retrieved()));
        lines.add(line("num_rel", "all", scores.relevant()));
        lines.add(line("num_rel_ret", "all", scores.relevantRetrieved()));
        addValues("all", scores.means(), lines);
        return lines;
    }

    private static void addValues(String query, Map<String, Double> values, List<String> lines) {
        values.forEach((metric, value) -> lines.add(line(metric, query, rounded(value))));
    }

    private static String line(String name, String query, Object value) {
        return String.format(Locale.ROOT, "%-22s\t%s\t%s", name, query, value);
    }

    /**
     * Rounded as C prints a number: the exact binary value, and one that lies in the middle, as
     * 1/32 does, to the even digit. Java's own format would make .0313 of it, not .0312.
     */
    private static String rounded(double value) {
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).toPlainString();
    }
}
