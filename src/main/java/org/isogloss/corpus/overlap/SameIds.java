package org.isogloss.corpus.overlap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;

/**
 * Finds the questions of a collection that a training item names by id, whatever their language and
 * words: how a translation of an evaluation set is found.
 *
 * <p>An id that could be a running number, such as {@code 17} or {@code q-0017}, is equal in any
 * two data sets. It is believed only where both have the item in one language and the questions
 * there share a fifth of their n-grams; unlike questions in one language share a tenth at most.
 */
final class SameIds {
    private static final Pattern RUNNING = Pattern.compile("[\\p{L}_.:-]*\\d{0,7}|[\\d#_.:-]*");
    private static final int SHORTEST = 8;
    private static final double BORNE_OUT = 0.2;

    private final TestCollection collection;
    private final Map<String, List<Integer>> questions = new HashMap<>();

    SameIds(TestCollection collection) {
        this.collection = collection;
        for (int i = 0; i < collection.questions().size(); i++) {
            questions
                    .computeIfAbsent(
                            collection.questions().get(i).parallelId(), id -> new ArrayList<>())
                    .add(i);
        }
    }

    /** Takes a question's position and whether its equal id is more than chance. */
    interface Match {
        void at(int question, boolean believed);
    }

    void of(ParallelItem item, Match match) {
        Set<String> ids = new LinkedHashSet<>(List.of(item.id(), item.question()));
        for (String id : ids) {
            List<Integer> same = questions.getOrDefault(id, List.of());
            if (!same.isEmpty()) {
                boolean believed = telling(id) || borneOut(item, same);
                same.forEach(question -> match.at(question, believed));
            }
        }
    }

    /** True for an id that two data sets hardly have in common by chance. */
    static boolean telling(String id) {
        return id.length() >= SHORTEST && !RUNNING.matcher(id).matches();
    }

    private boolean borneOut(ParallelItem item, List<Integer> same) {
        for (int position : same) {
            Question question = collection.questions().get(position);
            Pair pair = item.pairs().get(question.lang());
            if (pair != null && similarity(pair.question(), question.text()) >= BORNE_OUT) {
                return true;
            }
        }
        return false;
    }

    private static double similarity(String a, String b) {
        return CharacterGrams.similarity(
                CharacterGrams.of(FoldedText.of(a)), CharacterGrams.of(FoldedText.of(b)));
    }
}
