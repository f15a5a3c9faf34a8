package org.isogloss.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.isogloss.batch.Batch;
import org.isogloss.batch.BatchRow;
import org.isogloss.corpus.Lang;
import org.isogloss.encoder.TextPairs;

/**
 * The passages of a batch that are right answers to the questions of other rows.
 *
 * <p>Passage j, in language l, answers question i ≠ j if item i's own passage in l is the very same
 * text, or if both items ask the same question. So several questions about one sentence, as in
 * XQuAD-R, do not count that sentence as wrong, nor its translations in batches of several answer
 * languages. Texts are compared as they stand; a paraphrase stays a negative.
 */
final class KnownPositives {
    private KnownPositives() {}

    private record Text(Lang language, String text) {}

    static List<TextPairs.Match> of(Batch batch) {
        return of(batch, List.of());
    }

    /** As the other; hard negatives, which follow the batch's passages, match by their text. */
    static List<TextPairs.Match> of(Batch batch, List<HardNegative> negatives) {
        Map<Text, List<Integer>> byPassage = new HashMap<>();
        Map<String, List<Integer>> byQuestion = new HashMap<>();
        List<BatchRow> rows = batch.rows();
        for (int j = 0; j < rows.size(); j++) {
            BatchRow row = rows.get(j);
            Text passage = new Text(row.answer(), row.passageText());
            byPassage.computeIfAbsent(passage, none -> new ArrayList<>()).add(j);
            byQuestion.computeIfAbsent(row.item().question(), none -> new ArrayList<>()).add(j);
        }
        for (int k = 0; k < negatives.size(); k++) {
            HardNegative negative = negatives.get(k);
            Text text = new Text(negative.language(), negative.text());
            byPassage.computeIfAbsent(text, none -> new ArrayList<>()).add(rows.size() + k);
        }
        List<TextPairs.Match> matches = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TreeSet<Integer> answers = new TreeSet<>(byQuestion.get(rows.get(i).item().question()));
            rows.get(i)
                    .item()
                    .pairs()
                    .forEach(
                            (language, pair) ->
                                    answers.addAll(
                                            byPassage.getOrDefault(
                                                    new Text(language, pair.passage()),
                                                    List.of())));
            answers.remove(i);
            for (int j : answers) {
                matches.add(new TextPairs.Match(i, j));
            }
        }
        return matches;
    }
}
