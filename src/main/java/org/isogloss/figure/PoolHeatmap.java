package org.isogloss.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.corpus.Lang;
import org.jfree.chart.JFreeChart;

/**
 * What each strategy scores where questions are searched among the passages of all languages
 * together, by strategy (rows) and question language (columns); or what it gains over a baseline.
 *
 * @param metric the scores' metric as score files name it
 * @param baseline whose scores are taken off; empty for the scores themselves
 * @param languages the columns, in their order
 * @param limits the ends of the colour scale, with zero in the middle where a baseline is taken off
 * @param test how differences were tested, in words; empty if they were not
 * @param unseen languages that were never trained on, in brackets; empty where that is not told
 */
public record PoolHeatmap(
        String metric,
        String baseline,
        List<Lang> languages,
        List<Row> rows,
        Limits limits,
        String test,
        Set<Lang> unseen,
        Provenance provenance)
        implements Figure {

    /**
     * A strategy.
     *
     * @param values by question language; a language that is absent has none
     * @param significant languages whose difference passed the test, marked with a dot
     */
    public record Row(String strategy, Map<Lang, Double> values, Set<Lang> significant) {
        public Row {
            values = new LinkedHashMap<>(values);
            significant = Set.copyOf(significant);
        }
    }

    public PoolHeatmap {
        languages = List.copyOf(languages);
        rows = List.copyOf(rows);
        unseen = Set.copyOf(unseen);
    }

    @Override
    public String id() {
        return gain()
                ? "pool-difference-" + Numbers.infix(metric) + Numbers.slug(baseline)
                : "pool-" + Numbers.slug(metric);
    }

    @Override
    public String title() {
        return gain()
                ? name() + " gain in the multilingual pool over " + baseline
                : name() + " in the multilingual pool";
    }

    @Override
    public String subtitle() {
        return provenance.line();
    }

    @Override
    public String explanation() {
        String searched =
                " of questions in the column's language, searched among the passages of all languages"
                        + " together, where an answer in any language is right"
                        + Numbers.brackets(unseen)
                        + ". "
                        + Numbers.meaning(metric);
        return gain()
                ? "Each cell is the "
                        + name()
                        + " of the row's strategy less that of "
                        + baseline
                        + ","
                        + searched
                        + " Red is a gain, blue a loss, and the neutral middle no change."
                        + LanguagePairDifference.dots(test)
                : "Each cell is the "
                        + name()
                        + searched
                        + " With answers in every language right, a strategy scores high only where"
                        + " it puts all of them before what is wrong in any language; this is not"
                        + " to be compared with pools of one language, which are smaller.";
    }

    /** No higher than its rows need: axis and labels, and cells about as high as wide. */
    @Override
    public double heightToWidth() {
        return Math.min(.8, .16 + .06 * rows.size());
    }

    @Override
    public JFreeChart draw(ChartStyle style) {
        ColourScale scale =
                gain()
                        ? ColourScale.diverging(limits, style)
                        : ColourScale.sequential(ColourScale.Palette.VIRIDIS, limits, style);
        return new Matrix(
                        cells(),
                        scale,
                        label(),
                        gain() ? Numbers::difference : Numbers::score,
                        "strategy",
                        "question language")
                .draw(this, style);
    }

    private Cells cells() {
        List<List<Double>> values = new ArrayList<>();
        Set<Integer> dots = new HashSet<>();
        for (Row row : rows) {
            List<Double> cells = new ArrayList<>();
            for (Lang language : languages) {
                if (row.significant.contains(language)) {
                    dots.add(values.size() * languages.size() + cells.size());
                }
                cells.add(row.values.getOrDefault(language, Double.NaN));
            }
            values.add(cells);
        }
        return new Cells(
                rows.stream().map(Row::strategy).toList(),
                Cells.names(languages, unseen),
                values,
                Set.of(),
                dots);
    }

    @Override
    public FigureTable table() {
        List<List<String>> lines = new ArrayList<>();
        List<TableMark> marks = new ArrayList<>();
        for (Row row : rows) {
            for (Lang language : languages) {
                boolean told = row.significant.contains(language);
                String value = Numbers.plain(row.values.getOrDefault(language, Double.NaN));
                if (told) {
                    marks.add(new TableMark(lines.size(), 2, "", false, true));
                }
                lines.add(
                        gain()
                                ? List.of(
                                        row.strategy,
                                        language.tag(),
                                        value,
                                        test.isEmpty() ? "" : told ? "yes" : "no")
                                : List.of(row.strategy, language.tag(), value));
            }
        }
        return new FigureTable(
                gain()
                        ? List.of("strategy", "question language", label(), "significant")
                        : List.of("strategy", "question language", label()),
                lines,
                marks);
    }

    /** A row for each strategy, a column for each question language. */
    @Override
    public FigureTable printed() {
        return cells().printed("strategy", gain() ? Numbers::difference : Numbers::score);
    }

    private boolean gain() {
        return !baseline.isEmpty();
    }

    private String label() {
        return gain() ? name() + " gain" : name();
    }

    private String name() {
        return Numbers.metric(metric);
    }
}
