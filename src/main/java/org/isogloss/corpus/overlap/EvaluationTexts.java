package org.isogloss.corpus.overlap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;

/** The folded texts of evaluation sets, each different one numbered once, with where it stands. */
final class EvaluationTexts {
    private final List<TestCollection> collections;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> grams = new ArrayList<>();
    private final List<List<Occurrence>> occurrences = new ArrayList<>();

    /** A question or passage by its position in its collection. */
    record Occurrence(int collection, TextSide side, int position) {}

    EvaluationTexts(List<TestCollection> collections, Cancellation stop) {
        this.collections = List.copyOf(collections);
        for (int c = 0; c < collections.size(); c++) {
            List<Question> questions = collections.get(c).questions();
            for (int i = 0; i < questions.size(); i++) {
                add(questions.get(i).text(), new Occurrence(c, TextSide.QUESTION, i));
            }
            stop.check();
            List<Passage> passages = collections.get(c).passages();
            for (int i = 0; i < passages.size(); i++) {
                add(passages.get(i).text(), new Occurrence(c, TextSide.PASSAGE, i));
            }
            stop.check();
        }
    }

    private void add(String text, Occurrence place) {
        String folded = FoldedText.of(text);
        if (folded.isEmpty()) {
            return;
        }
        int number = numbers.computeIfAbsent(folded, unseen -> numbers.size());
        if (number == grams.size()) {
            grams.add(CharacterGrams.of(folded));
            occurrences.add(new ArrayList<>(1));
        }
        occurrences.get(number).add(place);
    }

    int size() {
        return grams.size();
    }

    /** The number of a folded text, or -1. */
    int number(String folded) {
        return numbers.getOrDefault(folded, -1);
    }

    int[] grams(int number) {
        return grams.get(number);
    }

    List<Occurrence> occurrences(int number) {
        return occurrences.get(number);
    }

    /** A text as it stands in its collection. */
    PairOverlap.Place place(Occurrence at) {
        TestCollection collection = collections.get(at.collection());
        if (at.side() == TextSide.QUESTION) {
            Question question = collection.questions().get(at.position());
            return new PairOverlap.Place(
                    question.id(), at.side(), question.lang(), question.text());
        }
        Passage passage = collection.passages().get(at.position());
        return new PairOverlap.Place(passage.id(), at.side(), passage.lang(), passage.text());
    }
}
