package org.isogloss.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.isogloss.analysis.SeedSpread;
import org.isogloss.analysis.stats.Interval;
import org.isogloss.analysis.stats.TiedRanking;
import org.isogloss.figure.FigureTable;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.TableMark;
import org.isogloss.figure.export.PaperTable;

/**
 * The macro averages of one collection as a table: a row a strategy, each mean with its interval
 * and the letters of its ties.
 *
 * @param scores one for each strategy, at least one
 * @param tests which differences are more than chance; empty where there is nothing to compare
 * @param published the paper's models below them; none where they are not asked for
 */
public record MacroAverages(
        List<StrategyScores> scores, Optional<StudyTests> tests, List<PublishedMeans> published) {
    public MacroAverages {
        scores = List.copyOf(scores);
        published = List.copyOf(published);
    }

    /** The same with the paper's models on the collection, if it has any. */
    public MacroAverages withPublished() {
        return new MacroAverages(scores, tests, PublishedMeans.on(scores.get(0).collection()));
    }

    /**
     * The table for a paper, named for its collection, and its backbone where there are several.
     */
    public PaperTable paper(StudySnapshot study) {
        StrategyScores one = scores.get(0);
        String model = study.backbones().size() > 1 ? "-" + one.backbone() : "";
        return paper("means-" + Markup.anchor(one.collection() + model), study);
    }

    /**
     * The table for a paper.
     *
     * @param id its name in files
     */
    PaperTable paper(String id, StudySnapshot study) {
        StrategyScores one = scores.get(0);
        String said =
                tested()
                        ? "95% interval over questions and seeds, strategies that share a letter are"
                                + " tied, bold is told apart from every other and better"
                        : "± one standard deviation over seeds";
        Provenance provenance =
                new Provenance(
                                one.collection(),
                                "pools of one language, and of all",
                                one.candidates(),
                                one.questionsPerLanguage(),
                                StrategyScores.seedsInWords(scores) + " · " + said + source(),
                                StrategyScores.zeroShot(scores))
                        .by(study.sources(scores));
        return new PaperTable(
                id,
                "Means over languages on " + one.collection(),
                provenance.line(),
                provenance,
                printed(),
                numbers());
    }

    private String source() {
        return published.isEmpty()
                ? ""
                : " · rows “paper” from " + PublishedMeans.SOURCE + ", not tested";
    }

    private boolean tested() {
        return tests.flatMap(StudyTests::ranking).isPresent();
    }

    private FigureTable printed() {
        List<List<String>> rows = new ArrayList<>();
        List<TableMark> marks = new ArrayList<>();
        for (StrategyScores one : scores) {
            SeedSpread macro = one.macro();
            List<String> row = new ArrayList<>(List.of(one.name()));
            for (MacroMeasure measure : MacroMeasure.values()) {
                mark(one, macro, measure, rows.size(), row.size()).ifPresent(marks::add);
                row.add(measure.written().apply(measure.of(macro.mean())));
            }
            rows.add(row);
        }
        for (PublishedMeans one : published) {
            List<String> row = new ArrayList<>(List.of(one.name()));
            for (MacroMeasure measure : MacroMeasure.values()) {
                row.add(measure.written().apply(one.of(measure)));
            }
            rows.add(row);
        }
        List<String> columns =
                Stream.concat(
                                Stream.of("strategy"),
                                Stream.of(MacroMeasure.values())
                                        .map(measure -> measure.group() + ", " + measure.label()))
                        .toList();
        return new FigureTable(columns, rows, marks);
    }

    private Optional<TableMark> mark(
            StrategyScores one, SeedSpread macro, MacroMeasure measure, int row, int column) {
        DoubleFunction<String> written = measure.written();
        double deviation = measure.of(macro.deviation());
        Optional<TiedRanking.Row> ranked = ranked(one, measure);
        if (ranked.isPresent()) {
            Interval interval = ranked.get().value().interval();
            String said =
                    "[%s, %s]"
                            .formatted(
                                    written.apply(interval.low()), written.apply(interval.high()));
            return Optional.of(
                    new TableMark(
                            row, column, ranked.get().letters(), said, ranked.get().best(), false));
        }
        return Double.isNaN(deviation)
                ? Optional.empty()
                : Optional.of(
                        new TableMark(row, column, "±" + written.apply(deviation), false, false));
    }

    /** A strategy's place among all by a measure, if it was tested. */
    Optional<TiedRanking.Row> ranked(StrategyScores one, MacroMeasure measure) {
        return tests.flatMap(t -> t.row(one.name(), measure.metric(), measure.scope()));
    }

    /** A row for each strategy and measure. */
    FigureTable numbers() {
        List<List<String>> rows = new ArrayList<>();
        for (StrategyScores one : scores) {
            SeedSpread macro = one.macro();
            for (MacroMeasure measure : MacroMeasure.values()) {
                Optional<TiedRanking.Row> ranked = ranked(one, measure);
                rows.add(
                        List.of(
                                one.name(),
                                measure.metric(),
                                measure.scope().toString(),
                                plain(measure.of(macro.mean())),
                                plain(measure.of(macro.deviation())),
                                ranked.map(r -> plain(r.value().interval().low())).orElse(""),
                                ranked.map(r -> plain(r.value().interval().high())).orElse(""),
                                ranked.map(TiedRanking.Row::letters).orElse(""),
                                Integer.toString(one.seeds().size())));
            }
        }
        for (PublishedMeans one : published) {
            one.means()
                    .forEach(
                            (measure, mean) ->
                                    rows.add(
                                            List.of(
                                                    one.name(),
                                                    measure.metric(),
                                                    measure.scope().toString(),
                                                    plain(mean),
                                                    "",
                                                    "",
                                                    "",
                                                    "",
                                                    "")));
        }
        return new FigureTable(
                List.of(
                        "strategy",
                        "metric",
                        "search",
                        "mean",
                        "sd over seeds",
                        "low",
                        "high",
                        "ties",
                        "seeds"),
                rows);
    }

    /** A number for programs; empty for NaN. */
    static String plain(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
