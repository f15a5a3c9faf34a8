package org.isogloss.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isogloss.corpus.Lang;
import org.isogloss.retrieval.Score;

/**
 * Means over questions of every score, by question language, answer language and metric.
 *
 * <p>Scores are added one by one, so that a large file never lies in memory.
 */
public final class ScoreMeans {
    private record Cell(Lang question, String answer, String metric) {}

    private final Map<Cell, Mean> cells = new HashMap<>();
    private final Set<Lang> questionLanguages = new TreeSet<>();
    private final Map<String, Lang> answerLanguages = new TreeMap<>();

    /** Adds a score. */
    public void add(Score score) {
        questionLanguages.add(score.question());
        if (!score.answer().equals(Score.ALL)) {
            answerLanguages.computeIfAbsent(score.answer(), Lang::new);
        }
        cells.computeIfAbsent(
                        new Cell(score.question(), score.answer(), score.metric()),
                        cell -> new Mean())
                .add(score.value());
    }

    /** The mean in every pair of languages, languages in the order of their tags. */
    public LanguagePairTable table(String metric) {
        List<List<Double>> values = new ArrayList<>();
        for (Lang question : questionLanguages) {
            List<Double> row = new ArrayList<>();
            for (String answer : answerLanguages.keySet()) {
                row.add(mean(question, answer, metric));
            }
            values.add(row);
        }
        return new LanguagePairTable(
                metric,
                List.copyOf(questionLanguages),
                List.copyOf(answerLanguages.values()),
                values);
    }

    /** The mean in the multilingual pool of each question language that has the metric, by tag. */
    public Map<Lang, Double> multilingual(String metric) {
        Map<Lang, Double> means = new LinkedHashMap<>();
        for (Lang question : questionLanguages) {
            if (cells.containsKey(new Cell(question, Score.ALL, metric))) {
                means.put(question, mean(question, Score.ALL, metric));
            }
        }
        return means;
    }

    private double mean(Lang question, String answer, String metric) {
        Mean mean = cells.get(new Cell(question, answer, metric));
        return mean == null ? Double.NaN : mean.value();
    }
}
