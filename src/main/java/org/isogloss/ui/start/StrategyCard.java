package org.isogloss.ui.start;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.isogloss.base.Setting;
import org.isogloss.batch.BatchKind;
import org.isogloss.batch.BatchStrategies;
import org.isogloss.batch.BatchStrategy;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.figure.Figure;
import org.isogloss.figure.StrategyStyle;
import org.isogloss.report.StrategyScores;

/**
 * One strategy of a study, in a picture and a sentence.
 *
 * @param meaning what its batches look like
 * @param sameLanguage the share of batches whose questions and answers are in one language, 0 to 1
 * @param englishOnly true if only English is trained on
 * @param picture its scores, or null before there are some
 */
public record StrategyCard(
        StrategyStyle style,
        String meaning,
        double sameLanguage,
        boolean englishOnly,
        Figure picture) {

    static StrategyCard of(StrategyChoice choice, Figure picture) {
        if (!choice.trained()) {
            return new StrategyCard(
                    StrategyScores.style(choice),
                    withoutSource(choice.meaning()),
                    choice.interpolated().orElseThrow().weight(),
                    false,
                    picture);
        }
        BatchStrategy strategy = BatchStrategies.byId(choice.id());
        Map<BatchKind, Double> shares = strategy.shares(values(strategy, choice));
        return new StrategyCard(
                StrategyScores.style(choice),
                withoutSource(strategy.meaning()),
                1 - shares.getOrDefault(BatchKind.CROSS_LINGUAL, 0.0),
                strategy.id().equals("english-only"),
                picture);
    }

    /** Its scores by language pair, once there are some. */
    public Optional<Figure> heatmap() {
        return Optional.ofNullable(picture);
    }

    private static Map<String, Double> values(BatchStrategy strategy, StrategyChoice choice) {
        Map<String, Double> values = new TreeMap<>();
        for (Setting setting : strategy.settings()) {
            values.put(setting.id(), setting.standard());
        }
        values.putAll(choice.parameters());
        return values;
    }

    // where a definition comes from is told where strategies are chosen
    private static String withoutSource(String meaning) {
        return meaning.replaceFirst(" \\([^()]*\\)\\.$", ".");
    }
}
