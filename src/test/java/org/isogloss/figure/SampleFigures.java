package org.isogloss.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.analysis.bias.BiasMeasure;
import org.isogloss.analysis.bias.BiasReport;
import org.isogloss.analysis.bias.BiasResult;
import org.isogloss.analysis.bias.Estimate;
import org.isogloss.analysis.bias.Explanation;
import org.isogloss.analysis.bias.Interval;
import org.isogloss.analysis.stats.SizeLaw;
import org.isogloss.analysis.stats.SizeTrend;
import org.isogloss.batch.BatchKind;
import org.isogloss.batch.LanguagePair;
import org.isogloss.batch.SamplingMatrix;
import org.isogloss.corpus.Judgments;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.statistics.DatasetStatistics;
import org.isogloss.retrieval.Hit;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.RelevantRank;

/** Every figure, drawn on invented results that look like those of the sample study. */
public final class SampleFigures {
    public static final List<Lang> LANGUAGES =
            Stream.of("ar", "de", "el", "en", "es", "hi", "ru", "th", "tr", "vi", "zh")
                    .map(Lang::new)
                    .toList();

    private static final Set<String> LATIN = Set.of("de", "en", "es", "tr", "vi");
    private static final Provenance PROVENANCE =
            new Provenance(
                    "World facts A",
                    "multilingual pool",
                    2112,
                    192,
                    "seeds 0–2, mean",
                    "zero-shot");
    private static final Provenance PAIRS =
            new Provenance(
                    "World facts A",
                    "pool of the answer language",
                    192,
                    192,
                    "seeds 0–2, mean",
                    "zero-shot");
    private static final LanguagePairTable MONOLINGUAL = scores(.954, .77, .52, 1);
    private static final LanguagePairTable CROSS_LINGUAL = scores(.929, .90, .83, 2);
    private static final LanguagePairTable HYBRID = scores(.947, .89, .78, 3);

    private static final DatasetStatistics STATISTICS = statistics();

    private SampleFigures() {}

    /** At least one of each class that is a figure. */
    public static List<Figure> all() {
        Limits limits = Limits.around(List.of(MONOLINGUAL, CROSS_LINGUAL, HYBRID));
        return List.of(
                heatmap("monolingual", MONOLINGUAL, limits),
                heatmap("hybrid α .50", HYBRID, limits),
                difference(),
                pool(""),
                pool("monolingual"),
                rankDistance(),
                new NamedFigure("rank-distance-second", rankDistance()),
                topTen(),
                languageMap(),
                loss(),
                probe(),
                lengths(),
                coverage(),
                measure(),
                lanes(),
                seedLanes(),
                lookedAt(),
                erasure(),
                shift(),
                sampling(),
                new AlphaCurve(means(), PROVENANCE),
                new ParetoFront(means(), PROVENANCE),
                bySize(""),
                bySize("monolingual"),
                byLanguage());
    }

    private static Figure pool(String baseline) {
        boolean gain = !baseline.isEmpty();
        return new PoolHeatmap(
                "ndcg_cut_10",
                baseline,
                LANGUAGES,
                List.of(
                        row("cross-lingual", gain ? .3 : .7, gain),
                        row("hybrid α .50", gain ? .25 : .65, gain)),
                gain ? new Limits(-.4, .4) : new Limits(.3, .9),
                gain ? "a test" : "",
                Set.of(new Lang("el")),
                PROVENANCE);
    }

    private static PoolHeatmap.Row row(String strategy, double level, boolean gain) {
        Map<Lang, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < LANGUAGES.size(); i++) {
            values.put(LANGUAGES.get(i), level - .01 * i);
        }
        return new PoolHeatmap.Row(
                strategy, values, gain ? Set.copyOf(LANGUAGES.subList(0, 6)) : Set.of());
    }

    private static Figure bySize(String baseline) {
        boolean lead = !baseline.isEmpty();
        return new MeasureBySize(
                "mAP, multilingual pool",
                false,
                MeasureBySize.Axis.ALL,
                lead ? SizeLaw.LINE : SizeLaw.POWER,
                baseline,
                List.of(
                        new MeasureBySize.Series(
                                "cross-lingual",
                                StrategyStyle.of("cross-lingual"),
                                trend(lead ? .3 : .68, .05)),
                        new MeasureBySize.Series(
                                "hybrid α .50",
                                StrategyStyle.hybrid(.5),
                                trend(lead ? .25 : .6, .06))),
                PROVENANCE);
    }

    private static SizeTrend trend(double from, double slope) {
        List<SizeTrend.Point> points = new ArrayList<>();
        List<SizeTrend.Point> band = new ArrayList<>();
        for (double x = 5.1; x < 6.9; x += .1) {
            double y = from + slope * (x - 5.1);
            double size = Math.pow(10, x);
            if (points.size() < 10 * (x - 5.1) / 5) {
                points.add(new SizeTrend.Point("d" + points.size(), size, 3, around(y + .01, .02)));
            }
            band.add(new SizeTrend.Point("", size, 0, around(y, .015)));
        }
        return new SizeTrend(
                "",
                points,
                around(slope, .01),
                .001,
                .98,
                band,
                Optional.of(new SizeTrend.Floor(around(.8, .02), around(.7, .1), 9000, .01)));
    }

    private static org.isogloss.analysis.stats.Interval around(double value, double half) {
        return new org.isogloss.analysis.stats.Interval(value, value - half, value + half, .95);
    }

    private static Figure measure() {
        return new MeasureByLanguage(
                new BiasReport.Measured(
                        "own_language_1",
                        "Own language first",
                        "",
                        BiasMeasure.Direction.LOWER,
                        new Explanation(
                                "Share of questions.",
                                "mean_q [ lang(hit 1) = lang(q) ]",
                                Explanation.OURS,
                                "0 to 1.",
                                "Right and wrong count alike."),
                        new BiasResult(
                                new Estimate(.9, Interval.NONE),
                                Map.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())),
                LANGUAGES,
                List.of(
                        distances("monolingual", StrategyStyle.of("monolingual"), .9, 1),
                        distances("hybrid α .50", StrategyStyle.hybrid(.5), .7, 2)),
                PROVENANCE);
    }

    /** Strategies whose mono- and multilingual mAP trade off, and one that both leave behind. */
    static List<StrategyMeans> means() {
        return List.of(
                means("monolingual", StrategyStyle.of("monolingual"), 1, .954, .632, .382, 198),
                means("cross-lingual", StrategyStyle.of("cross-lingual"), 0, .929, .874, .756, 39),
                means("hybrid α .25", StrategyStyle.hybrid(.25), .25, .940, .860, .731, 43),
                means("hybrid α .75", StrategyStyle.hybrid(.75), .75, .951, .801, .640, 67),
                means("mixed", StrategyStyle.of("mixed"), Double.NaN, .921, .812, .602, 90));
    }

    private static StrategyMeans means(
            String name,
            StrategyStyle style,
            double alpha,
            double monolingual,
            double crossLingual,
            double multilingual,
            double rankDistance) {
        return new StrategyMeans(
                name,
                style,
                Double.isNaN(alpha) ? OptionalDouble.empty() : OptionalDouble.of(alpha),
                RankDistanceByLanguage.Estimate.around(monolingual, .002),
                RankDistanceByLanguage.Estimate.around(crossLingual, .006),
                RankDistanceByLanguage.Estimate.around(multilingual, .009),
                rankDistance);
    }

    private static Figure byLanguage() {
        return new ScoreByLanguage(
                ScoreByLanguage.Search.MULTILINGUAL,
                LANGUAGES,
                List.of(
                        distances("monolingual", StrategyStyle.of("monolingual"), .4, 1),
                        distances("hybrid α .50", StrategyStyle.hybrid(.5), .7, 2)),
                PROVENANCE);
    }

    private static Figure lanes() {
        return new RankLanes(
                "What is the capital of Norway?",
                LANGUAGES,
                2112,
                List.of(
                        lane("hybrid α .50", StrategyStyle.hybrid(.5), 3, 1),
                        lane("monolingual", StrategyStyle.of("monolingual"), 40, 2)),
                PROVENANCE);
    }

    private static Figure seedLanes() {
        StrategyStyle hybrid = StrategyStyle.hybrid(.5);
        RankLanes.Run first = lane("hybrid α .50", hybrid, 3, 1);
        return new RankLanes(
                "What is the capital of Norway?",
                LANGUAGES,
                2112,
                List.of(
                        new RankLanes.Run(
                                "hybrid α .50",
                                hybrid,
                                first.ranking(),
                                List.of(
                                        lane("", hybrid, 30, 3).ranking(),
                                        lane("", hybrid, 5, 4).ranking()))),
                PROVENANCE);
    }

    private static RankLanes.Run lane(String name, StrategyStyle style, int step, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Question question = new Question("q", "q", LANGUAGES.get(3), "Where?");
        List<RelevantRank> right = new ArrayList<>();
        int rank = 3;
        for (Lang lang : LANGUAGES) {
            right.add(new RelevantRank("right-" + lang, lang, 1, 1, rank));
            rank += 1 + random.nextInt(step);
        }
        List<Hit> hits =
                List.of(
                        new Hit("wrong-1", LANGUAGES.get(3), 1, .9),
                        new Hit("wrong-2", LANGUAGES.get(4), 2, .8),
                        new Hit("right-ar", LANGUAGES.get(0), 3, .7));
        return new RankLanes.Run(name, style, new Ranking(question, right, hits));
    }

    private static Figure lookedAt() {
        LanguageMap plain = (LanguageMap) languageMap();
        return new LanguageMap(
                "monolingual",
                LANGUAGES,
                plain.dots(),
                plain.explained(),
                new LanguageMap.Look(1.6, Optional.of(new Lang("th")), plain.dots().subList(0, 12)),
                PROVENANCE);
    }

    private static Figure erasure() {
        return new ErasureCurve(
                "shared directions taken out",
                List.of(
                        erased("hybrid α .50", StrategyStyle.hybrid(.5), .729, .943, 44),
                        erased("monolingual", StrategyStyle.of("monolingual"), .382, .954, 198)),
                2,
                PROVENANCE);
    }

    private static ErasureCurve.Run erased(
            String name, StrategyStyle style, double multilingual, double monolingual, int ranks) {
        List<ErasureCurve.Step> steps = new ArrayList<>();
        for (int taken : List.of(0, 1, 2, 4, 8, 10)) {
            steps.add(
                    new ErasureCurve.Step(
                            taken,
                            multilingual + .004 * taken,
                            monolingual - .003 * taken,
                            ranks * (1 - .02 * taken)));
        }
        return new ErasureCurve.Run(name, style, steps);
    }

    private static Figure shift() {
        SplittableRandom random = new SplittableRandom(9);
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int q = 0; q < 2112; q++) {
            before.add(10 + (int) (190 * Math.exp(random.nextDouble(-2, 1))));
            after.add(10 + (int) (40 * Math.exp(random.nextDouble(-3, 1.5))));
        }
        return new DistanceShift(
                new DistanceShift.Side("monolingual", StrategyStyle.of("monolingual"), before),
                new DistanceShift.Side("hybrid α .50", StrategyStyle.hybrid(.5), after),
                PROVENANCE);
    }

    private static Figure sampling() {
        double even = 1.0 / LANGUAGES.size();
        List<List<Double>> shares = new ArrayList<>();
        for (int q = 0; q < LANGUAGES.size(); q++) {
            List<Double> row = new ArrayList<>();
            for (int a = 0; a < LANGUAGES.size(); a++) {
                row.add(q == a ? even / 2 : even / 2 / (LANGUAGES.size() - 1));
            }
            shares.add(row);
        }
        return new SamplingHeatmap(
                "hybrid α .50",
                LANGUAGES,
                new SamplingMatrix(LANGUAGES, shares),
                "400 batches of 64 rows, seed 1",
                ColourScale.Palette.VIRIDIS);
    }

    private static Figure lengths() {
        return new TextLengths(
                "World facts A",
                "questions",
                "characters",
                STATISTICS.languages().stream()
                        .map(one -> new TextLengths.Row(one.lang(), one.questions().characters()))
                        .toList());
    }

    private static Figure coverage() {
        return new ParallelCoverage(
                "World facts A", STATISTICS.coverage(), ColourScale.Palette.VIRIDIS);
    }

    /** A question of 5 to 300 letters in most languages; every third is missing in one of them. */
    private static DatasetStatistics statistics() {
        List<Question> questions = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int q = 0; q < 192; q++) {
            for (int l = 0; l < LANGUAGES.size(); l++) {
                if (q % 3 > 0 || q % LANGUAGES.size() != l) {
                    String text = "x".repeat(5 + random.nextInt(20 * (l + 4)));
                    Lang lang = LANGUAGES.get(l);
                    questions.add(new Question("q" + q + lang, "q" + q, lang, text));
                }
            }
        }
        return DatasetStatistics.of(
                new TestCollection("World facts A", questions, List.of(), new Judgments(Map.of())));
    }

    private static Figure languageMap() {
        SplittableRandom random = new SplittableRandom(5);
        List<LanguageMap.Dot> dots = new ArrayList<>();
        for (int i = 0; i < 440; i++) {
            Lang lang = LANGUAGES.get(i % LANGUAGES.size());
            double turn = 2 * Math.PI * (i % LANGUAGES.size()) / LANGUAGES.size();
            dots.add(
                    new LanguageMap.Dot(
                            "text-" + i,
                            lang,
                            i % 2 == 0,
                            Math.cos(turn) + random.nextDouble(-.4, .4),
                            Math.sin(turn) + random.nextDouble(-.4, .4)));
        }
        return new LanguageMap("hybrid α .50", LANGUAGES, dots, List.of(.21, .09), PROVENANCE);
    }

    private static Figure heatmap(String run, LanguagePairTable table, Limits limits) {
        return new LanguagePairHeatmap(run, PAIRS, table, limits, ColourScale.Palette.VIRIDIS);
    }

    private static Figure difference() {
        LanguagePairTable gain = HYBRID.difference(MONOLINGUAL);
        Lang german = new Lang("de");
        Lang thai = new Lang("th");
        return new LanguagePairDifference(
                new LanguagePairDifference.Scores("hybrid α .50", HYBRID),
                new LanguagePairDifference.Scores("monolingual", MONOLINGUAL),
                PAIRS,
                Limits.symmetric(List.of(gain)),
                Set.of(new LanguagePair(german, thai), new LanguagePair(thai, german)),
                "randomisation test over 192 question ids, Holm over 121 pairs, level .05");
    }

    private static Figure rankDistance() {
        return new RankDistanceByLanguage(
                LANGUAGES,
                List.of(
                        distances("monolingual", StrategyStyle.of("monolingual"), 198, 1),
                        distances("cross-lingual", StrategyStyle.of("cross-lingual"), 39, 2),
                        distances("hybrid α .25", StrategyStyle.hybrid(.25), 43, 3),
                        distances("hybrid α .50", StrategyStyle.hybrid(.5), 50, 4),
                        distances("hybrid α .75", StrategyStyle.hybrid(.75), 67, 5)),
                PROVENANCE);
    }

    private static RankDistanceByLanguage.Series distances(
            String run, StrategyStyle style, double mean, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Lang, RankDistanceByLanguage.Estimate> values = new LinkedHashMap<>();
        for (Lang language : LANGUAGES) {
            double value = mean * (.8 + .4 * random.nextDouble());
            double half = value * (.06 + .08 * random.nextDouble());
            values.put(
                    language,
                    new RankDistanceByLanguage.Estimate(value, value - half, value + half));
        }
        return new RankDistanceByLanguage.Series(run, style, values);
    }

    private static Figure topTen() {
        return new TopTenOwnership(
                List.of(
                        panel("monolingual", StrategyStyle.of("monolingual"), .58, 1),
                        panel("cross-lingual", StrategyStyle.of("cross-lingual"), .19, 2),
                        panel("hybrid α .50", StrategyStyle.hybrid(.5), .27, 3)),
                PROVENANCE);
    }

    private static TopTenOwnership.Panel panel(
            String run, StrategyStyle style, double own, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Double>> rows = new ArrayList<>();
        for (Lang question : LANGUAGES) {
            List<Double> row = new ArrayList<>();
            for (Lang answer : LANGUAGES) {
                double base = question.equals(answer) ? 10 * own / (1 - own) : 1;
                row.add(base * (.6 + .8 * random.nextDouble()));
            }
            double sum = row.stream().mapToDouble(Double::doubleValue).sum();
            rows.add(row.stream().map(share -> share / sum).toList());
        }
        return new TopTenOwnership.Panel(
                run, style, new LanguagePairTable("top_10_share", LANGUAGES, LANGUAGES, rows));
    }

    private static Figure loss() {
        return new RunCurves(
                RunQuantity.LOSS,
                List.of(
                        curve("monolingual", "monolingual", BatchKind.MONOLINGUAL, .25, 1),
                        curve("cross-lingual", "cross-lingual", BatchKind.CROSS_LINGUAL, .7, 2),
                        curve("hybrid α .50", "hybrid", BatchKind.MONOLINGUAL, .33, 3),
                        curve("hybrid α .50", "hybrid", BatchKind.CROSS_LINGUAL, .85, 4)),
                CurveView.plain(.95, 1200),
                new Provenance("World facts", "", 0, 0, "seed 0", ""));
    }

    private static Figure probe() {
        return new ProbeCurves(
                "unseen pairs",
                ProbeCurves.Bias.RANK_DISTANCE,
                List.of(
                        probed("monolingual", .52, 92),
                        probed("cross-lingual", .83, 21),
                        probed("hybrid", .78, 34)),
                CurveView.plain(0, 1200),
                new Provenance("World facts", "probe, multilingual pool", 176, 16, "seed 0", ""));
    }

    private static ProbeCurves.Curve probed(String strategy, double map, double distance) {
        List<CurvePoint> multilingual = new ArrayList<>();
        List<CurvePoint> monolingual = new ArrayList<>();
        List<CurvePoint> distances = new ArrayList<>();
        List<CurvePoint> first = new ArrayList<>();
        for (int step = 0; step <= 600; step += 50) {
            double left = Math.exp(-step / 120.);
            multilingual.add(new CurvePoint(step, map - (map - .3) * left));
            monolingual.add(new CurvePoint(step, .96 - .4 * left));
            distances.add(new CurvePoint(step, distance + (120 - distance) * left));
            first.add(new CurvePoint(step, .9 * (1 - left) * (1 - map) + .3));
        }
        return new ProbeCurves.Curve(
                strategy, StrategyStyle.of(strategy), multilingual, monolingual, distances, first);
    }

    private static RunCurves.Curve curve(
            String run, String strategy, BatchKind kind, double end, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CurvePoint> training = new ArrayList<>();
        List<CurvePoint> validation = new ArrayList<>();
        for (int step = 1; step <= 600; step++) {
            double mean = end + (3.9 - end) * Math.exp(-step / 70.);
            training.add(new CurvePoint(step, mean * (1 + .18 * random.nextGaussian())));
            if (step % 100 == 0) {
                validation.add(new CurvePoint(step, mean + .12));
            }
        }
        return new RunCurves.Curve(run, StrategyStyle.of(strategy), kind, training, validation);
    }

    private static LanguagePairTable scores(double same, double latin, double other, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Double>> rows = new ArrayList<>();
        for (Lang question : LANGUAGES) {
            List<Double> row = new ArrayList<>();
            for (Lang answer : LANGUAGES) {
                boolean bothLatin = LATIN.containsAll(List.of(question.tag(), answer.tag()));
                double mean = question.equals(answer) ? same : bothLatin ? latin : other;
                row.add(Math.min(1, mean + .03 * random.nextGaussian()));
            }
            rows.add(row);
        }
        return new LanguagePairTable("map", LANGUAGES, LANGUAGES, rows);
    }
}
