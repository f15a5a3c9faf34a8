package org.isogloss.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.batch.SamplingMatrix;
import org.isogloss.corpus.Lang;
import org.jfree.chart.JFreeChart;

/**
 * How often training will see each pair of languages, counted over the batches a run draws first.
 *
 * @param strategy the strategy's name
 * @param languages those that may be drawn, rows and columns in their order
 * @param source what was counted, in one line
 */
public record SamplingHeatmap(
        String strategy,
        List<Lang> languages,
        SamplingMatrix matrix,
        String source,
        ColourScale.Palette palette)
        implements Figure {
    private static final String SHARE = "share of rows (%)";

    public SamplingHeatmap {
        languages = List.copyOf(languages);
    }

    @Override
    public String id() {
        return "sampling-" + Numbers.slug(strategy);
    }

    @Override
    public String title() {
        return "Language pairs in training: " + strategy;
    }

    @Override
    public String subtitle() {
        return source;
    }

    @Override
    public String explanation() {
        return "Each cell is the share of training rows whose question is in the row's and whose"
                + " answer is in the column's language; all cells add up to 100 %. The outlined"
                + " diagonal is what a model learns about finding answers within one language, all"
                + " else is what it learns across languages. The counts are of the batches a run"
                + " really draws, so that rare pairs vary a little by chance.";
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ColourScale scale = ColourScale.sequential(palette, new Limits(0, brightest()), style);
        return new Matrix(
                        Cells.of(percent(), Set.of(), Set.of()),
                        scale,
                        SHARE,
                        cell -> Numbers.decimals(cell, 1))
                .draw(this, style);
    }

    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Lang question : languages) {
            for (Lang answer : languages) {
                rows.add(
                        List.of(
                                question.tag(),
                                answer.tag(),
                                Numbers.plain(100 * matrix.share(question, answer))));
            }
        }
        return new FigureTable(List.of("question language", "answer language", SHARE), rows);
    }

    /**
     * One batch in every language alike fills the diagonal with this; the scale stays while a share
     * of monolingual batches is tried out.
     */
    private double brightest() {
        double even = 100.0 / Math.max(1, languages.size());
        return percent().values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .reduce(even, Math::max);
    }

    private LanguagePairTable percent() {
        return new LanguagePairTable(
                "share",
                languages,
                languages,
                languages.stream()
                        .map(
                                question ->
                                        languages.stream()
                                                .map(answer -> 100 * matrix.share(question, answer))
                                                .toList())
                        .toList());
    }
}
