package org.isogloss.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.LanguagePairTable;
import org.isogloss.analysis.SeedSpread;
import org.isogloss.batch.Hybrid;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.figure.StrategyStyle;

/**
 * What one strategy scored on one collection, over its seeds; tables and maps are means over them.
 *
 * @param backbone the name of what its runs start from
 * @param seeds at least one
 * @param evaluations one for each seed, of the same languages
 */
public record StrategyScores(
        StrategyChoice strategy, String backbone, List<Long> seeds, List<Evaluation> evaluations) {
    private static final String HYBRID = "hybrid";
    private static final String ALPHA = "alpha";

    public StrategyScores {
        seeds = List.copyOf(seeds);
        evaluations = List.copyOf(evaluations);
    }

    /** The same strategy with the evaluations of some of its seeds. */
    StrategyScores only(Set<Long> chosen) {
        List<Integer> kept =
                IntStream.range(0, seeds.size())
                        .filter(i -> chosen.contains(seeds.get(i)))
                        .boxed()
                        .toList();
        return new StrategyScores(
                strategy,
                backbone,
                kept.stream().map(seeds::get).toList(),
                kept.stream().map(evaluations::get).toList());
    }

    /** True if all were scored with the same seeds, so that they can be compared. */
    public static boolean comparable(List<StrategyScores> scores) {
        return scores.stream().map(one -> Set.copyOf(one.seeds)).distinct().count() < 2;
    }

    /** How many seeds the numbers are means of; each strategy's seeds where they are not alike. */
    public static String seedsInWords(List<StrategyScores> scores) {
        if (comparable(scores)) {
            return scores.get(0).seedsInWords();
        }
        return scores.stream()
                .map(
                        one ->
                                one.name()
                                        + (one.seeds.size() == 1 ? ": seed " : ": seeds ")
                                        + one.seeds.stream()
                                                .map(seed -> Long.toString(seed))
                                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "not yet comparable (", ")"));
    }

    /** A mean and its spread over seeds. */
    public record Spread(double mean, double deviation) {
        public static Spread of(double[] values) {
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
        return evaluations.get(0).collection();
    }

    /** The verdict on overlap of training and test data; all of them where runs differ. */
    public static String zeroShot(List<StrategyScores> scores) {
        return scores.stream()
                .flatMap(one -> one.evaluations.stream())
                .map(Evaluation::zeroShot)
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    /** How many seeds, and that numbers are their mean. */
    public String seedsInWords() {
        return seeds.size() == 1 ? "1 seed" : "mean of " + seeds.size() + " seeds";
    }

    /** How the strategy is drawn. */
    public StrategyStyle style() {
        return style(strategy);
    }

    /** How a strategy is drawn; one that has no look of its own is grey. */
    public static StrategyStyle style(StrategyChoice strategy) {
        Double alpha = strategy.parameters().get(ALPHA);
        if (strategy.id().equals(HYBRID) && alpha != null) {
            return StrategyStyle.hybrid(alpha);
        }
        if (!strategy.trained()) {
            return interpolation(strategy);
        }
        StrategyStyle grey = StrategyStyle.of("english-only");
        return StrategyStyle.all().stream()
                .filter(style -> style.id().equals(strategy.id()))
                .findFirst()
                .orElse(
                        new StrategyStyle(
                                strategy.id(),
                                strategy.id(),
                                grey.colour(),
                                grey.dash(),
                                grey.mark()));
    }

    /** Rows that it is a mean of are told where they are not the usual two. */
    private static StrategyStyle interpolation(StrategyChoice strategy) {
        StrategyStyle style =
                StrategyStyle.interpolation(strategy.interpolated().orElseThrow().weight());
        return strategy.of().isEmpty()
                ? style
                : style.named(style.name() + " of " + String.join(", ", strategy.of()));
    }

    /**
     * The share of monolingual batches: cross-lingual batches are hybrid ones with a share of 0,
     * monolingual ones with 1.
     */
    public OptionalDouble alpha() {
        return switch (strategy.id()) {
            case "monolingual" -> OptionalDouble.of(1);
            case "cross-lingual" -> OptionalDouble.of(0);
            case "hybrid" ->
                    OptionalDouble.of(
                            strategy.parameters()
                                    .getOrDefault(Hybrid.ALPHA.id(), Hybrid.ALPHA.standard()));
            default -> OptionalDouble.empty();
        };
    }

    /** The macro averages over the seeds, with their spread. */
    public SeedSpread macro() {
        return SeedSpread.of(evaluations.stream().map(Evaluation::macro).toList());
    }

    /** Questions in each language; 0 if that is not the same for all. */
    public int questionsPerLanguage() {
        int languages = languages().size();
        int questions = evaluations.get(0).questions();
        return languages > 0 && questions % languages == 0 ? questions / languages : 0;
    }

    /** Candidates in the multilingual pool. */
    public int candidates() {
        return evaluations.get(0).candidates();
    }

    /** The question languages in the order of the tables. */
    public List<Lang> languages() {
        return evaluations.get(0).map().questionLanguages();
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
                    evaluations.stream()
                            .mapToDouble(seed -> measure.apply(seed).getOrDefault(lang, Double.NaN))
                            .toArray();
            spreads.put(lang, Spread.of(values));
        }
        return spreads;
    }

    private LanguagePairTable mean(Function<Evaluation, LanguagePairTable> table) {
        LanguagePairTable first = table.apply(evaluations.get(0));
        List<List<Double>> rows = new ArrayList<>();
        for (int q = 0; q < first.questionLanguages().size(); q++) {
            List<Double> row = new ArrayList<>();
            for (int a = 0; a < first.answerLanguages().size(); a++) {
                double sum = 0;
                for (Evaluation seed : evaluations) {
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
