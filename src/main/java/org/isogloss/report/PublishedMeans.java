package org.isogloss.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.isogloss.analysis.reference.PublishedScore;
import org.isogloss.analysis.reference.PublishedScores;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.figure.StrategyStyle;

/**
 * A model of arXiv 2408.10536 in the columns of the table of macro averages.
 *
 * @param backbone what it started from, as the paper calls it
 * @param strategy its batches; hybrid with α .5
 * @param languages how many question languages the means are over
 * @param means the numbers the paper has
 */
public record PublishedMeans(
        String backbone, String strategy, int languages, Map<MacroMeasure, Double> means) {
    /** Where the numbers stand. */
    public static final String SOURCE = "arXiv 2408.10536, tables 1 to 8";

    private static final String WITHOUT_MEANS = "miracl-dev"; // other measures than the table's

    public PublishedMeans {
        means = Collections.unmodifiableMap(new EnumMap<>(means));
    }

    /** The models scored on a collection, as the paper's tables have them; none for any other. */
    public static List<PublishedMeans> on(String collection) {
        PublishedScores published = PublishedScores.read();
        List<PublishedScore> here =
                published.all().stream()
                        .filter(one -> plain(one.collection()).equals(plain(collection)))
                        .filter(one -> !one.collection().equals(WITHOUT_MEANS))
                        .toList();
        List<PublishedMeans> models = new ArrayList<>();
        for (String backbone : published.backbones()) {
            for (String strategy : published.strategies()) {
                List<PublishedScore> its =
                        here.stream()
                                .filter(one -> one.backbone().equals(backbone))
                                .filter(one -> one.strategy().equals(strategy))
                                .toList();
                if (!its.isEmpty()) {
                    models.add(of(backbone, strategy, its));
                }
            }
        }
        return models;
    }

    private static PublishedMeans of(
            String backbone, String strategy, List<PublishedScore> scores) {
        Map<MacroMeasure, Double> means = new EnumMap<>(MacroMeasure.class);
        for (MacroMeasure measure : MacroMeasure.values()) {
            scores.stream()
                    .filter(one -> one.measure().equals(measure.metric()))
                    .filter(one -> one.setting().equals(measure.scope().toString()))
                    .mapToDouble(PublishedScore::value)
                    .average()
                    .ifPresent(mean -> means.put(measure, mean));
        }
        long languages = scores.stream().flatMap(one -> one.question().stream()).distinct().count();
        return new PublishedMeans(backbone, strategy, Math.toIntExact(languages), means);
    }

    /** Names of one collection differ in case and hyphens. */
    private static String plain(String collection) {
        return collection.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Its name beside one's own: {@code paper: XLM-R, hybrid}. */
    public String name() {
        return "paper: " + backbone + ", " + strategy;
    }

    /** How its strategy is drawn. */
    public StrategyStyle style() {
        return strategy.equals("hybrid")
                ? StrategyStyle.hybrid(.5)
                : StrategyScores.style(StrategyChoice.of(strategy));
    }

    /** A number; NaN where the paper has none. */
    public double of(MacroMeasure measure) {
        return means.getOrDefault(measure, Double.NaN);
    }

    /** What is to be known of the paper's rows beside one's own on a collection; or of no rows. */
    public static String sentence(StrategyScores own) {
        List<PublishedMeans> models = on(own.collection());
        if (models.isEmpty()) {
            return "The paper has no such means on %s, only on %s."
                    .formatted(
                            own.collection(),
                            PublishedScores.read().collections().stream()
                                    .filter(one -> !one.equals(WITHOUT_MEANS))
                                    .collect(Collectors.joining(" and ")));
        }
        int languages = own.languages().size();
        return "Rows of the paper are means of its tables by language (%s), of one run, without interval, not tested against these.%s"
                .formatted(
                        SOURCE,
                        models.get(0).languages == languages
                                ? ""
                                : " Its means are over %d question languages, these over %d: not alike."
                                        .formatted(models.get(0).languages, languages));
    }
}
