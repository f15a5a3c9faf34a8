package org.isogloss.report;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.analysis.bias.BiasResult;
import org.isogloss.analysis.bias.Estimate;
import org.isogloss.analysis.bias.Interval;
import org.isogloss.analysis.bias.Reference;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.corpus.Lang;
import org.isogloss.figure.MeasureByLanguage;
import org.isogloss.figure.Provenance;
import org.isogloss.figure.RankDistanceByLanguage;
import org.isogloss.run.ResultFolder;

/**
 * Every bias measure of every strategy on one collection.
 *
 * @param strategies in the study's order
 * @param rows one for each measure, in the reports' order
 * @param problem why some strategy has no numbers; empty if all have
 */
public record Measures(List<StrategyScores> strategies, List<Row> rows, String problem) {
    public Measures {
        strategies = List.copyOf(strategies);
        rows = List.copyOf(rows);
    }

    /** Nothing measured. */
    public static final Measures NONE = new Measures(List.of(), List.of(), "");

    /**
     * One measure.
     *
     * @param measure names and explains it
     * @param values one for each strategy; empty where it has none
     */
    public record Row(BiasReport.Measured measure, List<Optional<Value>> values) {
        public Row {
            values = List.copyOf(values);
        }

        /** Why there is no number, or why it is to be doubted; each reason once. */
        public List<String> warnings() {
            Set<String> warnings = new LinkedHashSet<>();
            values.forEach(value -> value.ifPresent(one -> warnings.addAll(one.warnings)));
            return List.copyOf(warnings);
        }
    }

    /**
     * What a strategy's runs have.
     *
     * @param macro the mean over seeds; the ends of its interval are means too, so that the
     *     interval tells of questions and not of seeds
     * @param deviation over seeds; NaN of a single one
     * @param byLanguage the same for each question language
     * @param references what it is to be compared with, of the first seed
     */
    public record Value(
            Estimate macro,
            double deviation,
            Map<Lang, Estimate> byLanguage,
            List<Reference> references,
            List<String> warnings) {
        /** A strategy's value from those of its seeds. */
        static Value of(List<BiasResult> seeds) {
            Map<Lang, Estimate> byLanguage = new LinkedHashMap<>();
            for (Lang lang : seeds.get(0).byQuestionLanguage().keySet()) {
                byLanguage.put(
                        lang,
                        mean(
                                seeds.stream()
                                        .map(seed -> seed.byQuestionLanguage().get(lang))
                                        .filter(estimate -> estimate != null)
                                        .toList()));
            }
            Estimate macro = mean(seeds.stream().map(BiasResult::macro).toList());
            double squares =
                    seeds.stream()
                            .mapToDouble(seed -> seed.macro().value() - macro.value())
                            .map(off -> off * off)
                            .sum();
            return new Value(
                    macro,
                    seeds.size() < 2 ? Double.NaN : Math.sqrt(squares / (seeds.size() - 1)),
                    byLanguage,
                    seeds.get(0).references(),
                    seeds.stream().flatMap(seed -> seed.warnings().stream()).distinct().toList());
        }

        private static Estimate mean(List<Estimate> seeds) {
            return new Estimate(
                    seeds.stream().mapToDouble(Estimate::value).average().orElse(Double.NaN),
                    new Interval(
                            seeds.stream()
                                    .mapToDouble(one -> one.interval().low())
                                    .average()
                                    .orElse(Double.NaN),
                            seeds.stream()
                                    .mapToDouble(one -> one.interval().high())
                                    .average()
                                    .orElse(Double.NaN)));
        }
    }

    /**
     * Puts reports beside each other.
     *
     * @param reports of each strategy those of its seeds; none where they cannot be read
     */
    public static Measures of(
            List<StrategyScores> strategies, List<List<BiasReport>> reports, String problem) {
        List<BiasReport.Measured> known =
                reports.stream()
                        .flatMap(List::stream)
                        .findFirst()
                        .map(BiasReport::measures)
                        .orElse(List.of());
        List<Row> rows = new ArrayList<>();
        for (BiasReport.Measured measure : known) {
            rows.add(
                    new Row(
                            measure,
                            reports.stream().map(seeds -> value(seeds, measure.id())).toList()));
        }
        return new Measures(strategies, rows, problem);
    }

    private static Optional<Value> value(List<BiasReport> seeds, String id) {
        List<BiasResult> results =
                seeds.stream()
                        .flatMap(seed -> seed.measures().stream())
                        .filter(measure -> measure.id().equals(id))
                        .map(BiasReport.Measured::result)
                        .toList();
        return results.isEmpty() ? Optional.empty() : Optional.of(Value.of(results));
    }

    /** The chart of a measure by question language. */
    public MeasureByLanguage figure(Row row, Provenance provenance) {
        List<RankDistanceByLanguage.Series> series = new ArrayList<>();
        Set<Lang> languages = new LinkedHashSet<>();
        for (int i = 0; i < strategies.size(); i++) {
            StrategyScores strategy = strategies.get(i);
            row.values
                    .get(i)
                    .ifPresent(
                            value -> {
                                languages.addAll(value.byLanguage.keySet());
                                series.add(series(strategy, value));
                            });
        }
        return new MeasureByLanguage(row.measure, List.copyOf(languages), series, provenance);
    }

    private static RankDistanceByLanguage.Series series(StrategyScores strategy, Value value) {
        Map<Lang, RankDistanceByLanguage.Estimate> estimates = new LinkedHashMap<>();
        value.byLanguage.forEach(
                (lang, one) ->
                        estimates.put(
                                lang,
                                Double.isNaN(one.interval().low())
                                        ? RankDistanceByLanguage.Estimate.exact(one.value())
                                        : new RankDistanceByLanguage.Estimate(
                                                one.value(),
                                                one.interval().low(),
                                                one.interval().high())));
        return new RankDistanceByLanguage.Series(strategy.name(), strategy.style(), estimates);
    }

    /** Reads what the runs have stored; for any thread but the window's. */
    public static Measures read(List<StrategyScores> scores, StudySnapshot study) {
        List<List<BiasReport>> reports = new ArrayList<>();
        String problem = "";
        for (StrategyScores one : scores) {
            List<BiasReport> seeds = new ArrayList<>();
            for (StudyRun run : study.runs(one)) {
                ResultFolder results = run.folder().results(one.collection());
                try {
                    if (Files.exists(results.bias())) {
                        seeds.add(JsonFile.read(results.bias(), BiasReport.class));
                    } else {
                        problem =
                                results.path()
                                        + " has no bias.json: it was written by an older version;"
                                        + " train or evaluate again for all measures";
                    }
                } catch (BadInputException unreadable) {
                    problem = unreadable.getMessage();
                }
            }
            reports.add(seeds);
        }
        return Measures.of(scores, reports, problem);
    }

    /** Where the numbers come from. */
    public Provenance provenance(StudySnapshot study) {
        StrategyScores one = strategies.get(0);
        return new Provenance(
                        one.collection(),
                        "multilingual pool",
                        one.candidates(),
                        one.questionsPerLanguage(),
                        StrategyScores.seedsInWords(strategies) + ", 95% interval over questions",
                        StrategyScores.zeroShot(strategies))
                .by(study.sources(strategies));
    }
}
