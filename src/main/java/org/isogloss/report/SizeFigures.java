package org.isogloss.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isogloss.analysis.stats.Quantity;
import org.isogloss.analysis.stats.RunScores;
import org.isogloss.analysis.stats.SizeLaw;
import org.isogloss.analysis.stats.SizeTrend;
import org.isogloss.analysis.stats.SizeTrends;
import org.isogloss.analysis.stats.SizedRuns;
import org.isogloss.analysis.stats.TestSettings;
import org.isogloss.base.BadInputException;
import org.isogloss.figure.Figure;
import org.isogloss.figure.MeasureBySize;
import org.isogloss.figure.NamedFigure;
import org.isogloss.figure.Provenance;
import org.isogloss.run.KeptScores;
import org.isogloss.run.ModelSize;
import org.isogloss.run.ScoredRun;

/**
 * What the size of the model does to a study's numbers on one collection, and to each strategy's
 * lead over a baseline.
 *
 * @param collection the collection's name
 * @param choice how size is counted and what is fitted
 * @param measures one for each number
 */
public record SizeFigures(String collection, Choice choice, List<Measured> measures) {
    /** Two thousand resamples keep a dozen of fits within seconds. */
    private static final TestSettings SETTINGS = new TestSettings(2000, 1, .95);

    /** The numbers that are shown against size. */
    public static final List<MacroMeasure> MEASURES =
            List.of(
                    MacroMeasure.MULTILINGUAL_MAP,
                    MacroMeasure.CROSS_LINGUAL_MAP,
                    MacroMeasure.MONOLINGUAL_MAP,
                    MacroMeasure.RANK_DISTANCE,
                    MacroMeasure.OWN_LANGUAGE_FIRST);

    public SizeFigures {
        measures = List.copyOf(measures);
    }

    /**
     * One number against size.
     *
     * @param values each strategy's
     * @param leads the others' over the baseline
     */
    public record Measured(MacroMeasure measure, SizeTrends trends, Figure values, Figure leads) {
        /** What becomes of each lead as models grow, a sentence for each strategy. */
        public List<String> sentences() {
            return trends.leads().stream()
                    .map(lead -> SizeWords.sentence(measure, trends, lead))
                    .toList();
        }

        /** What each strategy tends to by a power law, in a sentence; empty of a line. */
        public Optional<String> limits() {
            return SizeWords.limits(measure, trends);
        }
    }

    /**
     * What is fitted to what.
     *
     * @param axis how size is counted
     * @param law what is fitted
     * @param baseline whose lead the others are given over; its name, or empty for the first
     *     strategy
     * @param measures the numbers
     */
    public record Choice(
            MeasureBySize.Axis axis, SizeLaw law, String baseline, List<MacroMeasure> measures) {
        public Choice {
            measures = List.copyOf(measures);
        }

        /** A line over the size that suits the models, leads over the first strategy. */
        public static Choice standard(StudySnapshot study) {
            return new Choice(SizeFigures.axis(study), SizeLaw.LINE, "", MEASURES);
        }

        private Choice over(String first) {
            return baseline.isEmpty() ? new Choice(axis, law, first, measures) : this;
        }
    }

    /** What of a study is asked. */
    private record Asked(StudySnapshot study, Choice choice) {}

    /**
     * How size is counted where nothing else is asked for: without embedding tables, unless a model
     * is nothing but those.
     *
     * @throws BadInputException if the size of a model cannot be told
     */
    public static MeasureBySize.Axis axis(StudySnapshot study) {
        return sizes(study).values().stream().anyMatch(size -> size.layers() == 0)
                ? MeasureBySize.Axis.ALL
                : MeasureBySize.Axis.NON_EMBEDDING;
    }

    /** True if a study's finished runs start from backbones enough for a trend. */
    public static boolean possible(StudySnapshot study, String collection) {
        return study.backbones().stream()
                        .filter(backbone -> !study.scores(collection, backbone).isEmpty())
                        .count()
                >= SizeTrends.LEAST_SIZES;
    }

    /**
     * Reads all scores and fits the trends, which takes seconds.
     *
     * @param kept scores that were read before
     * @throws BadInputException if there are fewer sizes than the law takes, a strategy lacks one,
     *     or the size of a model cannot be told
     */
    public static SizeFigures of(
            StudySnapshot study, String collection, Choice choice, KeptScores kept) {
        Map<String, ModelSize> sizes = sizes(study);
        List<StrategyScores> all = new ArrayList<>();
        List<SizedRuns> cells = new ArrayList<>();
        for (String backbone : study.backbones()) {
            for (StrategyScores scores : study.scores(collection, backbone)) {
                List<RunScores> runs = new ArrayList<>();
                for (StudyRun run : study.runs(scores)) {
                    runs.add(kept.of(ScoredRun.open(run.folder(), collection)));
                }
                all.add(scores);
                cells.add(
                        new SizedRuns(
                                scores.name(),
                                backbone,
                                size(sizes.get(backbone), choice.axis),
                                runs));
            }
        }
        String first = cells.isEmpty() ? "" : cells.get(0).strategy();
        Asked asked = new Asked(study, choice.over(first));
        return new SizeFigures(
                collection,
                asked.choice,
                choice.measures.stream()
                        .map(measure -> measured(measure, asked, all, cells))
                        .toList());
    }

    private static double size(ModelSize size, MeasureBySize.Axis axis) {
        return axis == MeasureBySize.Axis.ALL ? size.parameters() : size.nonEmbedding();
    }

    /** Of each backbone's finished runs one is asked: they differ in nothing else. */
    private static Map<String, ModelSize> sizes(StudySnapshot study) {
        Map<String, ModelSize> sizes = new HashMap<>();
        for (StudyRun run : study.runs()) {
            String backbone = run.spec().backbone().name();
            if (!run.evaluations().isEmpty() && !sizes.containsKey(backbone)) {
                sizes.put(
                        backbone,
                        ModelSize.of(run.folder())
                                .orElseThrow(
                                        () ->
                                                BadInputException.in(
                                                        run.folder().model(),
                                                        "is gone, and with it the size of its model;"
                                                                + " put its config.json back")));
            }
        }
        return sizes;
    }

    private static Measured measured(
            MacroMeasure measure, Asked asked, List<StrategyScores> all, List<SizedRuns> cells) {
        SizeTrends trends =
                SizeTrends.of(
                        cells,
                        Quantity.macro(measure.metric(), measure.scope()),
                        asked.choice.law,
                        asked.choice.baseline,
                        SETTINGS);
        Map<String, StrategyScores> byName = new HashMap<>();
        all.forEach(one -> byName.putIfAbsent(one.name(), one));
        return new Measured(
                measure,
                trends,
                figure(measure, asked, trends.strategies(), "", byName, all),
                figure(measure, asked, trends.leads(), asked.choice.baseline, byName, all));
    }

    private static Figure figure(
            MacroMeasure measure,
            Asked asked,
            List<SizeTrend> trends,
            String baseline,
            Map<String, StrategyScores> byName,
            List<StrategyScores> all) {
        List<MeasureBySize.Series> series = new ArrayList<>();
        for (SizeTrend trend : trends) {
            String name = SizeWords.strategy(trend);
            series.add(new MeasureBySize.Series(name, byName.get(name).style(), trend));
        }
        StrategyScores one = all.get(0);
        Provenance provenance =
                new Provenance(
                                one.collection(),
                                words(measure),
                                one.candidates(),
                                one.questionsPerLanguage(),
                                StrategyScores.seedsInWords(all),
                                StrategyScores.zeroShot(all))
                        .by(asked.study.sources(all));
        return new MeasureBySize(
                words(measure),
                measure == MacroMeasure.RANK_DISTANCE,
                asked.choice.axis,
                asked.choice.law,
                baseline,
                series,
                provenance);
    }

    /** A measure in the words of an axis. */
    public static String words(MacroMeasure measure) {
        return switch (measure) {
            case MULTILINGUAL_MAP -> "mAP, multilingual pool";
            case CROSS_LINGUAL_MAP -> "mAP, cross-lingual";
            case MONOLINGUAL_MAP -> "mAP, monolingual";
            case RANK_DISTANCE -> "rank distance";
            case OWN_LANGUAGE_FIRST -> "own language first";
            default -> measure.group() + ", " + measure.label();
        };
    }

    /** All figures, of each number first the values, then the leads. */
    public List<Figure> all() {
        List<Figure> all = new ArrayList<>();
        measures.forEach(
                one -> {
                    all.add(one.values());
                    all.add(one.leads());
                });
        return all;
    }

    /** The same with every figure under a name that tells it from those of other collections. */
    SizeFigures named(String ending) {
        return new SizeFigures(
                collection,
                choice,
                measures.stream()
                        .map(
                                one ->
                                        new Measured(
                                                one.measure,
                                                one.trends,
                                                new NamedFigure(
                                                        one.values.id() + ending, one.values),
                                                new NamedFigure(
                                                        one.leads.id() + ending, one.leads)))
                        .toList());
    }

    /** Of each collection with enough sizes; none where the sizes or scores cannot be used. */
    static List<SizeFigures> of(StudySnapshot study, KeptScores kept, Set<String> problems) {
        List<SizeFigures> found = new ArrayList<>();
        for (String collection : new LinkedHashSet<>(study.collections())) {
            if (possible(study, collection)) {
                one(study, collection, kept, problems).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<SizeFigures> one(
            StudySnapshot study, String collection, KeptScores kept, Set<String> problems) {
        try {
            return Optional.of(of(study, collection, Choice.standard(study), kept));
        } catch (BadInputException unusable) {
            problems.add(unusable.getMessage());
            return Optional.empty();
        }
    }
}
