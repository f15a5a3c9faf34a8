package org.isogloss.ui.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.analysis.SeedSpread;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.figure.StrategyStyle;

/**
 * What one strategy scored on one collection, over its seeds; tables and maps are means over them.
 *
 * @param seeds one evaluation each, at least one, of the same languages
 */
public record StrategyScores(StrategyChoice strategy, List<Evaluation> seeds) {
    private static final String ALPHA = "alpha";

    public StrategyScores {
        seeds = List.copyOf(seeds);
    }

    /** A mean and its spread over seeds. */
    public record Spread(double mean, double deviation) {
        static Spread of(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            double mean = sum / values.length;
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            int n = values.length;
            return new Spread(mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
        }
    }

    /** The strategy's name with its parameter: {@code hybrid α .50}. */
    public String name() {
        return style().name();
    }

    /** The test collection. */
    public String collection() {
        return seeds.get(0).collection();
    }

    /** How many seeds, and that numbers are their mean. */
    public String seedsInWords() {
        return seeds.size() == 1 ? "1 seed" : "mean of " + seeds.size() + " seeds";
    }

    /** How the strategy is drawn. */
    public StrategyStyle style() {
        return style(strategy);
    }

    /** How a strategy is drawn. */
    public static StrategyStyle style(StrategyChoice strategy) {
        Double alpha = strategy.parameters().get(ALPHA);
        return alpha == null ? StrategyStyle.of(strategy.id()) : StrategyStyle.hybrid(alpha);
    }

    /** The macro averages over the seeds, with their spread. */
    public SeedSpread macro() {
        return SeedSpread.of(seeds.stream().map(Evaluation::macro).toList());
    }

    /** Questions in each language; 0 if that is not the same for all. */
    public int questionsPerLanguage() {
        int languages = languages().size();
        int questions = seeds.get(0).questions();
        return languages > 0 && questions % languages == 0 ? questions / languages : 0;
    }

    /** Candidates in the multilingual pool. */
    public int candidates() {
        return seeds.get(0).candidates();
    }

    /** The question languages in the order of the tables. */
    public List<Lang> languages() {
        return seeds.get(0).map().questionLanguages();
    }

    /** mAP by language pair. */
    public LanguagePairTable map() {
        return mean(Evaluation::map);
    }

    /** The share of each answer language among the ten best. */
    public LanguagePairTable top10Share() {
        return mean(Evaluation::top10Share);
    }

    /** A measure of each question language over the seeds. */
    public Map<Lang, Spread> byLanguage(Function<Evaluation, Map<Lang, Double>> measure) {
        Map<Lang, Spread> spreads = new LinkedHashMap<>();
        for (Lang lang : languages()) {
            double[] values =
                    seeds.stream()
                            .mapToDouble(seed -> measure.apply(seed).getOrDefault(lang, Double.NaN))
                            .toArray();
            spreads.put(lang, Spread.of(values));
        }
        return spreads;
    }

    private LanguagePairTable mean(Function<Evaluation, LanguagePairTable> table) {
        LanguagePairTable first = table.apply(seeds.get(0));
        List<List<Double>> rows = new ArrayList<>();
        for (int q = 0; q < first.questionLanguages().size(); q++) {
            List<Double> row = new ArrayList<>();
            for (int a = 0; a < first.answerLanguages().size(); a++) {
                double sum = 0;
                for (Evaluation seed : seeds) {
                    sum += table.apply(seed).values().get(q).get(a);
                }
                row.add(sum / seeds.size());
            }
            rows.add(row);
        }
        return new LanguagePairTable(
                first.metric(), first.questionLanguages(), first.answerLanguages(), rows);
    }
}
