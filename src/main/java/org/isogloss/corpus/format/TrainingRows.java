package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;

/**
 * Rows of a question, passages that answer it and passages that do not, in one language, as items
 * to train on. They have no judgments: what else answers a question is not known.
 *
 * <p>Each positive becomes an item; the items of a question share what they ask, so that they never
 * share a batch.
 */
final class TrainingRows {
    private final Lang lang;
    private final ReadReport.Builder report = new ReadReport.Builder();
    private final List<ParallelItem> items = new ArrayList<>();
    private final Map<String, String> textOfId = new HashMap<>();
    private final Map<String, String> idOfText = new HashMap<>();
    private final Map<String, Integer> positivesOf = new HashMap<>();
    private final RowNumbers numbers = new RowNumbers();

    /**
     * Starts with no rows.
     *
     * @throws BadInputException if questions and passages are in different languages, which no item
     *     can hold
     */
    TrainingRows(Path file, Languages languages) {
        if (!languages.question().equals(languages.answer())) {
            throw BadInputException.in(
                    file,
                    "has questions in %s and passages in %s, but its pairs can only be trained on in"
                                    .formatted(languages.question(), languages.answer())
                            + " one language; give both translations as parallel-jsonl");
        }
        lang = languages.question();
    }

    /** Adds a row whose question has an id; the same question may go on in a later row. */
    void add(
            Place place,
            String id,
            String question,
            List<String> positives,
            List<String> negatives) {
        String same = textOfId.putIfAbsent(id, question);
        if (same != null && !same.equals(question)) {
            throw place.bad(
                    "question '%s' already stands before with another text; ids must differ"
                            .formatted(Place.abridged(id)));
        }
        if (positives.isEmpty()) {
            report.add(place, "the row has no positive passage");
        }
        for (String positive : positives) {
            int n = positivesOf.merge(id, 1, Integer::sum);
            Map<Lang, Pair> pairs = new LinkedHashMap<>();
            pairs.put(lang, new Pair(question, positive, negatives));
            items.add(new ParallelItem(n == 1 ? id : id + "#" + n, id, pairs));
        }
    }

    /** Adds a row without an id: it is the number of the row in which the question first stands. */
    void add(Place place, String question, List<String> positives, List<String> negatives) {
        String id = idOfText.computeIfAbsent(question, text -> numbers.of(place));
        add(place, id, question, positives, negatives);
    }

    /** Notes that something is left out. */
    void leftOut(Place place, String reason) {
        report.add(place, reason);
    }

    /**
     * The rows as a data set.
     *
     * @throws BadInputException if there are none
     */
    Dataset dataset(Path path, String format) {
        if (items.isEmpty()) {
            throw BadInputException.in(path, "has no question with a positive passage");
        }
        String name = Dataset.nameOf(path);
        return Dataset.toTrainOn(name, format, new ParallelCorpus(name, items), report.build());
    }
}
