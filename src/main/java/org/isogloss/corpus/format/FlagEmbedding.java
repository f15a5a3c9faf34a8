package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.isogloss.base.LineSource;

/**
 * FlagEmbedding's fine-tuning rows as JSON lines, to train on: {@code query}, {@code pos} and
 * {@code neg}, the last two lists of texts.
 *
 * <p>The file's name says the language, {@code train-th.jsonl}, or its folder's. {@code pos_scores}
 * and {@code neg_scores}, made for distillation, must fit their texts and are not used; {@code
 * prompt} and {@code type} are not used either.
 */
public final class FlagEmbedding implements DatasetFormat {
    @Override
    public String id() {
        return "flag-embedding";
    }

    @Override
    public String description() {
        return "JSON lines with query, pos and neg, the last two lists of texts";
    }

    @Override
    public int probe(Path path) {
        return Glance.ends(path, ".jsonl") && Glance.keys(path).containsAll(Set.of("query", "pos"))
                ? 4
                : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        TrainingRows training =
                new TrainingRows(path, options.languages(path, LanguageCodes.ofFile(path)));
        try (LineSource lines = new LineSource(path)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                JsonRow row = JsonRow.of(lines, line);
                row.key("pos");
                List<String> positives = row.texts("pos");
                List<String> negatives = row.texts("neg");
                scores(row, "pos_scores", positives, training);
                scores(row, "neg_scores", negatives, training);
                training.add(row.place(), row.text("query"), positives, negatives);
            }
        }
        return training.dataset(path, id());
    }

    private static void scores(JsonRow row, String key, List<String> texts, TrainingRows training) {
        List<Double> scores = row.numbers(key);
        if (scores.isEmpty()) {
            return;
        }
        if (scores.size() != texts.size()) {
            throw row.place()
                    .bad(
                            "%s has %d numbers for %d texts; give one for each or none"
                                    .formatted(key, scores.size(), texts.size()));
        }
        training.leftOut(row.place(), "scores for distillation are not used");
    }
}
