package org.isogloss.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.analysis.stats.Cell;
import org.isogloss.analysis.stats.RunScores;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Score;
import org.isogloss.run.KeptScores;
import org.isogloss.run.ScoredRun;

/** The numbers in the cells of a study's heatmaps: of each strategy the mean over its seeds. */
public final class CellScores {
    private final CellMeasure measure;
    private final Map<Key, LanguagePairTable> pairs;
    private final Map<Key, Map<Lang, Double>> pools;

    private CellScores(
            CellMeasure measure,
            Map<Key, LanguagePairTable> pairs,
            Map<Key, Map<Lang, Double>> pools) {
        this.measure = measure;
        this.pairs = pairs;
        this.pools = pools;
    }

    /** A strategy's runs on one collection. */
    private record Key(String collection, String backbone, String strategy) {
        static Key of(StrategyScores one) {
            return new Key(one.collection(), one.backbone(), one.name());
        }
    }

    /**
     * The numbers of all strategies. Only mAP stands in the summaries; for any other metric all
     * scores are read, which takes seconds the first time.
     *
     * @throws BadInputException if runs have no such scores
     */
    public static CellScores of(
            StudySnapshot study,
            List<List<StrategyScores>> all,
            CellMeasure measure,
            KeptScores kept) {
        Map<Key, LanguagePairTable> pairs = new HashMap<>();
        Map<Key, Map<Lang, Double>> pools = new HashMap<>();
        for (StrategyScores one : all.stream().flatMap(List::stream).toList()) {
            if (measure.summarised()) {
                pairs.put(Key.of(one), one.map());
                pools.put(Key.of(one), means(one.byLanguage(Evaluation::multilingualMap)));
            } else {
                List<RunScores> runs = read(study, one, measure.metric(), kept);
                pairs.put(Key.of(one), pairs(one.map(), runs, measure.metric()));
                pools.put(Key.of(one), pool(one.languages(), runs, measure.metric()));
            }
        }
        return new CellScores(measure, pairs, pools);
    }

    private static Map<Lang, Double> means(Map<Lang, StrategyScores.Spread> spreads) {
        Map<Lang, Double> means = new LinkedHashMap<>();
        spreads.forEach((lang, spread) -> means.put(lang, spread.mean()));
        return means;
    }

    private static List<RunScores> read(
            StudySnapshot study, StrategyScores one, String metric, KeptScores kept) {
        List<RunScores> runs = new ArrayList<>();
        for (StudyRun run : study.runs(one)) {
            RunScores scores = kept.of(ScoredRun.open(run.folder(), one.collection()));
            if (scores.cells(metric).isEmpty()) {
                throw BadInputException.in(
                        run.folder().results(one.collection()).scores(),
                        "has no scores of %s; it was written by an older version: 'isogloss rescore %s' adds them"
                                .formatted(metric, run.folder().path()));
            }
            runs.add(scores);
        }
        return runs;
    }

    private static LanguagePairTable pairs(
            LanguagePairTable like, List<RunScores> runs, String metric) {
        return new LanguagePairTable(
                metric,
                like.questionLanguages(),
                like.answerLanguages(),
                like.questionLanguages().stream()
                        .map(
                                question ->
                                        like.answerLanguages().stream()
                                                .map(a -> mean(runs, metric, question, a.tag()))
                                                .toList())
                        .toList());
    }

    private static Map<Lang, Double> pool(
            List<Lang> languages, List<RunScores> runs, String metric) {
        Map<Lang, Double> pool = new LinkedHashMap<>();
        languages.forEach(lang -> pool.put(lang, mean(runs, metric, lang, Score.ALL)));
        return pool;
    }

    private static double mean(List<RunScores> runs, String metric, Lang question, String answer) {
        Cell cell = new Cell(question, answer);
        double sum = 0;
        for (RunScores run : runs) {
            sum += run.mean(metric, cell);
        }
        return sum / runs.size();
    }

    /** What the numbers say. */
    public CellMeasure measure() {
        return measure;
    }

    /** What a strategy scores in each pair of languages. */
    public LanguagePairTable pairs(StrategyScores one) {
        return pairs.get(Key.of(one));
    }

    /** What it scores in the pool of all languages, by question language. */
    public Map<Lang, Double> pool(StrategyScores one) {
        return pools.get(Key.of(one));
    }

    /** The mean over languages, over pairs of two, and over languages in the pool of all. */
    public Means means(StrategyScores one) {
        LanguagePairTable table = pairs(one);
        return new Means(
                table.diagonalMean(),
                table.offDiagonalMean(),
                pool(one).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN));
    }

    /** A strategy's macro means of the measure. */
    public record Means(double monolingual, double crossLingual, double multilingual) {}
}
