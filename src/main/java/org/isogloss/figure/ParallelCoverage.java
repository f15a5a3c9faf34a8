package org.isogloss.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.statistics.DatasetStatistics.Coverage;
import org.jfree.chart.JFreeChart;

/**
 * How parallel a data set is: how many of its questions exist in each two languages.
 *
 * @param dataset the data set's name
 */
public record ParallelCoverage(String dataset, Coverage coverage, ColourScale.Palette palette)
        implements Figure {

    @Override
    public String id() {
        return "parallel-coverage-" + Numbers.slug(dataset);
    }

    @Override
    public String title() {
        return "Questions in two languages: " + dataset;
    }

    @Override
    public String subtitle() {
        return coverage.languages().size() == 1
                ? "1 language"
                : coverage.languages().size() + " languages";
    }

    @Override
    public String explanation() {
        return "Each cell counts the questions that exist in the row's and in the column's"
                + " language; on the outlined diagonal, in that language at all. Where all cells"
                + " are equal, every question was translated into every language. Batches across"
                + " two languages can only be drawn from the questions their cell counts.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ColourScale scale = ColourScale.sequential(palette, new Limits(0, greatest()), style);
        return new Matrix(
                        Cells.of(table(coverage), Set.of(), Set.of()),
                        scale,
                        "questions",
                        Numbers::count,
                        "language",
                        "and language")
                .draw(this, style);
    }

    @Override
    public FigureTable table() {
        List<Lang> languages = coverage.languages();
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r < languages.size(); r++) {
            for (int c = 0; c < languages.size(); c++) {
                rows.add(
                        List.of(
                                languages.get(r).tag(),
                                languages.get(c).tag(),
                                String.valueOf(coverage.questions().get(r).get(c))));
            }
        }
        return new FigureTable(List.of("language", "and language", "questions"), rows);
    }

    private double greatest() {
        return coverage.questions().stream()
                .flatMap(List::stream)
                .mapToDouble(Integer::doubleValue)
                .reduce(1, Math::max);
    }

    private static LanguagePairTable table(Coverage coverage) {
        return new LanguagePairTable(
                "questions",
                coverage.languages(),
                coverage.languages(),
                coverage.questions().stream()
                        .map(row -> row.stream().map(Integer::doubleValue).toList())
                        .toList());
    }
}
