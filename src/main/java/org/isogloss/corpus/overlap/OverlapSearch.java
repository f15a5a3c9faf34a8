package org.isogloss.corpus.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.ParallelItem;
import org.isogloss.corpus.Question;
import org.isogloss.corpus.TestCollection;

/**
 * Evaluation sets made ready to be looked for in one training set after the other.
 *
 * <p>Their texts are indexed, about 1 kB each; training texts pass by one at a time. Not
 * thread-safe.
 */
final class OverlapSearch {
    private static final int TICK = 256;

    private final List<TestCollection> collections;
    private final long items;
    private final Progress progress;
    private final Cancellation stop;
    private final EvaluationTexts texts;
    private final NearTexts near;
    private final List<SameIds> ids;
    private final List<Map<String, BitSet>> titles;
    private long done;

    /**
     * @param items how many training items will be looked at, for the progress
     */
    OverlapSearch(
            List<TestCollection> collections,
            double threshold,
            long items,
            Progress progress,
            Cancellation stop) {
        this.collections = List.copyOf(collections);
        this.items = items;
        this.progress = progress;
        this.stop = stop;
        progress.at("indexing evaluation texts", 0, 0);
        texts = new EvaluationTexts(collections, stop);
        near = new NearTexts(texts, threshold, stop);
        ids = collections.stream().map(SameIds::new).toList();
        titles = collections.stream().map(OverlapSearch::titles).toList();
    }

    private static Map<String, BitSet> titles(TestCollection collection) {
        Map<String, BitSet> titles = new HashMap<>();
        for (int i = 0; i < collection.questions().size(); i++) {
            Question question = collection.questions().get(i);
            String title = FoldedText.of(question.source());
            if (!title.isEmpty()) {
                titles.computeIfAbsent(title, added -> new BitSet()).set(i);
            }
        }
        return titles;
    }

    /** What is found in a training set, one for each collection. */
    List<Findings> in(ParallelCorpus corpus) {
        List<Findings> found = new ArrayList<>();
        collections.forEach(collection -> found.add(new Findings()));
        Set<String> titlesSeen = new HashSet<>();
        for (int i = 0; i < corpus.items().size(); i++) {
            ParallelItem item = corpus.items().get(i);
            for (TrainingText text : TrainingText.of(item)) {
                compare(text, i, found);
            }
            compareIds(item, i, found);
            if (titlesSeen.add(item.source())) {
                compareTitle(item, i, found);
            }
            if (++done % TICK == 0 || done == items) {
                stop.check();
                progress.at("looking for evaluation texts in the training data", done, items);
            }
        }
        near.take().forEach((text, neighbours) -> add(text, neighbours, found));
        return found;
    }

    private void compare(TrainingText text, int item, List<Findings> found) {
        int same = texts.number(text.folded());
        if (same >= 0) {
            add(OverlapKind.EXACT, same, new NearTexts.Match(text, item, 1), found);
        }
        near.compare(text, item, same);
    }

    private void add(int text, NearTexts.Neighbours neighbours, List<Findings> found) {
        if (neighbours.pattern()) {
            add(OverlapKind.PATTERN, text, neighbours.nearest(), found);
        } else {
            neighbours.near().forEach(match -> add(OverlapKind.NEAR, text, match, found));
        }
    }

    private void add(OverlapKind kind, int text, NearTexts.Match match, List<Findings> found) {
        for (EvaluationTexts.Occurrence at : texts.occurrences(text)) {
            TrainingText training = match.training();
            found.get(at.collection()).add(kind, training.side(), at, match.item());
            show(kind, training.place(), at, match.similarity(), found);
        }
    }

    private void compareIds(ParallelItem item, int number, List<Findings> found) {
        for (int c = 0; c < collections.size(); c++) {
            int collection = c;
            ids.get(c)
                    .of(
                            item,
                            (question, believed) -> {
                                if (believed) {
                                    add(
                                            OverlapKind.ID,
                                            item,
                                            number,
                                            at(collection, question),
                                            found);
                                } else {
                                    found.get(collection).addUnconfirmed(question);
                                }
                            });
        }
    }

    private void compareTitle(ParallelItem item, int number, List<Findings> found) {
        String title = FoldedText.of(item.source());
        for (int c = 0; c < collections.size(); c++) {
            int collection = c;
            BitSet about = titles.get(c).getOrDefault(title, new BitSet());
            about.stream()
                    .forEach(
                            question ->
                                    add(
                                            OverlapKind.TITLE,
                                            item,
                                            number,
                                            at(collection, question),
                                            found));
        }
    }

    private static EvaluationTexts.Occurrence at(int collection, int question) {
        return new EvaluationTexts.Occurrence(collection, TextSide.QUESTION, question);
    }

    /** Counts a question for the sake of a whole item, not of one of its texts. */
    private void add(
            OverlapKind kind,
            ParallelItem item,
            int number,
            EvaluationTexts.Occurrence at,
            List<Findings> found) {
        found.get(at.collection()).add(kind, TextSide.QUESTION, at, number);
        Map.Entry<Lang, Pair> first = item.pairs().entrySet().iterator().next();
        PairOverlap.Place training =
                new PairOverlap.Place(
                        item.id(), TextSide.QUESTION, first.getKey(), first.getValue().question());
        show(kind, training, at, 1, found);
    }

    private void show(
            OverlapKind kind,
            PairOverlap.Place training,
            EvaluationTexts.Occurrence at,
            double similarity,
            List<Findings> found) {
        PairOverlap.Place place = texts.place(at);
        found.get(at.collection()).show(new PairOverlap.Example(kind, training, place, similarity));
    }
}
