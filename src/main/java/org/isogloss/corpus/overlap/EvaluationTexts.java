package org.isogloss.corpus.overlap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.isogloss.base.Cancellation;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;

/**
 * The folded texts of evaluation sets, each different one numbered once, with where it stands.
 *
 * <p>Of a pool larger than memory only the judged passages are among them.
 */
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
            for (int i : compared(collections.get(c)).toArray()) {
                add(passages.get(i).text(), new Occurrence(c, TextSide.PASSAGE, i));
            }
            stop.check();
        }
    }

    /** The positions of all passages, or of a pool larger than memory of those that are judged. */
    static IntStream compared(TestCollection collection) {
        if (!(collection.passages() instanceof PassagePool pool)) {
            return IntStream.range(0, collection.passages().size());
        }
        return collection.questions().stream()
                .flatMap(
                        question ->
                                collection
                                        .judgments()
                                        .grades()
                                        .getOrDefault(question.id(), Map.of())
                                        .keySet()
                                        .stream())
                .distinct()
                .map(pool::position)
                .flatMapToInt(OptionalInt::stream)
                .sorted();
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
