package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * FlagEmbedding's fine-tuning rows as JSON lines or Parquet, to train on: {@code query}, {@code
 * pos} and {@code neg}, the last two lists of texts.
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
        return "JSON lines or Parquet with query, pos and neg, the last two lists of texts";
    }

    @Override
    public int probe(Path path) {
        return Shards.first(path)
                        .filter(JsonRows::fits)
                        .filter(file -> Glance.keys(file).containsAll(Set.of("query", "pos")))
                        .isPresent()
                ? 4
                : 0;
    }

    @Override
    public Dataset read(Path path, ReadOptions options) {
        TrainingRows training =
                new TrainingRows(path, options.languages(path, LanguageCodes.ofFile(path)));
        for (Path file : Shards.of(path, options)) {
            JsonRows.forEach(file, row -> add(row, training));
        }
        return training.dataset(path, id());
    }

    private static void add(JsonRow row, TrainingRows training) {
        row.key("pos");
        List<String> positives = row.texts("pos");
        List<String> negatives = row.texts("neg");
        scores(row, "pos_scores", positives, training);
        scores(row, "neg_scores", negatives, training);
        training.add(row.place(), row.text("query"), positives, negatives);
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
