package org.isogloss.analysis.stats;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Two sides compared on one collection, as written in JSON.
 *
 * @param format {@link #FORMAT}; a change of keys or of their meaning raises its number
 * @param collection the collection's name
 * @param questions how many questions there are in all languages
 * @param clusters how many question ids they share
 * @param a side A
 * @param b side B
 * @param settings how intervals and tests are made
 * @param notes what must be known to read the numbers, in sentences
 * @param macro the macro means, corrected together
 * @param cells the cells of each metric's table, corrected together for each metric; empty if not
 *     asked for
 */
public record ComparisonReport(
        String format,
        String collection,
        int questions,
        int clusters,
        Side a,
        Side b,
        TestSettings settings,
        List<String> notes,
        List<Comparison> macro,
        List<Comparison> cells) {
    /** The format's name and version. */
    public static final String FORMAT = "isogloss-comparison-1";

    public ComparisonReport {
        notes = List.copyOf(notes);
        macro = List.copyOf(macro);
        cells = List.copyOf(cells);
    }

    /**
     * Compares two sides.
     *
     * @param runsA the scores of side A's runs
     * @param runsB the scores of side B's runs
     * @param metrics whose macro means are compared
     * @param withCells true to compare the cells of their tables as well
     * @throws org.isogloss.base.BadInputException if the runs did not answer the same questions
     */
    public static ComparisonReport of(
            String collection,
            Side a,
            Side b,
            List<RunScores> runsA,
            List<RunScores> runsB,
            List<String> metrics,
            boolean withCells,
            TestSettings settings) {
        PairedComparison test = new PairedComparison(settings);
        RunScores first = runsA.get(0);
        List<Quantity> macros =
                metrics.stream().flatMap(m -> Quantity.macros(first, m).stream()).toList();
        List<Comparison> macro = test.of(runsA, runsB, macros);
        List<Comparison> cells = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>(Seeds.notes(a, b));
        settings.tooFew(macro).ifPresent(notes::add);
        for (String metric : withCells ? metrics : List.<String>of()) {
            List<Quantity> table = Quantity.table(first, metric);
            List<Comparison> its = test.of(runsA, runsB, table);
            cells.addAll(its);
            settings.tooFew(its).ifPresent(notes::add);
        }
        return new ComparisonReport(
                FORMAT,
                collection,
                first.questions().size(),
                first.clusters().size(),
                a,
                b,
                settings,
                List.copyOf(notes),
                macro,
                cells);
    }
}
