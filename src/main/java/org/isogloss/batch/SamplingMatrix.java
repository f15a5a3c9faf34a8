package org.isogloss.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.corpus.Lang;

/**
 * How often a plan trains each pair of languages, counted over its first batches.
 *
 * @param languages the languages that occur, in the order of their tags
 * @param shares {@code shares.get(q).get(a)}: the share of rows with a question in language q and
 *     an answer in language a; all add up to 1
 */
public record SamplingMatrix(List<Lang> languages, List<List<Double>> shares) {
    public SamplingMatrix {
        languages = List.copyOf(languages);
        shares = shares.stream().map(List::copyOf).toList();
    }

    /** Counts the rows of a plan's first batches. */
    public static SamplingMatrix of(BatchPlan plan, int batches) {
        Map<LanguagePair, Integer> counts = new HashMap<>();
        Set<Lang> seen = new LinkedHashSet<>();
        long rows = 0;
        for (long step = 0; step < batches; step++) {
            for (BatchRow row : plan.batch(step).rows()) {
                counts.merge(row.languages(), 1, Integer::sum);
                seen.add(row.question());
                seen.add(row.answer());
                rows++;
            }
        }
        List<Lang> languages = seen.stream().sorted().toList();
        List<List<Double>> shares = new ArrayList<>();
        for (Lang question : languages) {
            List<Double> line = new ArrayList<>();
            for (Lang answer : languages) {
                int count = counts.getOrDefault(new LanguagePair(question, answer), 0);
                line.add((double) count / rows);
            }
            shares.add(line);
        }
        return new SamplingMatrix(languages, shares);
    }

    /** The share of rows with a question and an answer in these languages. */
    public double share(Lang question, Lang answer) {
        int q = languages.indexOf(question);
        int a = languages.indexOf(answer);
        return q < 0 || a < 0 ? 0 : shares.get(q).get(a);
    }
}
