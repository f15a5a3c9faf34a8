package org.isogloss.corpus.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.TestCollection;

/** Gathers what is found of one evaluation set in one training set, or in several. */
final class Findings {
    private static final int EXAMPLES = 5;

    private final Map<Row, BitSet> texts = new HashMap<>();
    private final BitSet items = new BitSet();
    private final Map<OverlapKind, List<PairOverlap.Example>> examples = new LinkedHashMap<>();
    private final Map<OverlapKind, Set<Lang>> shown = new HashMap<>();
    private final BitSet unconfirmed = new BitSet();

    private record Row(OverlapKind kind, TextSide side, TextSide trainingSide) {}

    /** Counts a text of the evaluation set, and the training item for its sake. */
    void add(OverlapKind kind, TextSide trainingSide, EvaluationTexts.Occurrence found, int item) {
        texts.computeIfAbsent(new Row(kind, found.side(), trainingSide), row -> new BitSet())
                .set(found.position());
        if (kind.trainedOn()) {
            items.set(item);
        }
    }

    /** Keeps an example where there is room, and its language has not been shown. */
    void show(PairOverlap.Example example) {
        List<PairOverlap.Example> kept =
                examples.computeIfAbsent(example.kind(), kind -> new ArrayList<>());
        Set<Lang> langs = shown.computeIfAbsent(example.kind(), kind -> new HashSet<>());
        if (kept.size() < EXAMPLES && langs.add(example.evaluation().lang())) {
            kept.add(example);
        }
    }

    /** Counts a question whose id is equal by chance, as far as can be told. */
    void addUnconfirmed(int question) {
        unconfirmed.set(question);
    }

    /** How many texts of a side are of these kinds, and of no kind that says more. */
    int first(TextSide side, OverlapKind... kinds) {
        BitSet these = new BitSet();
        for (OverlapKind kind : kinds) {
            these.or(of(side, kind));
        }
        for (OverlapKind stronger : OverlapKind.values()) {
            if (stronger.compareTo(kinds[0]) < 0) {
                these.andNot(of(side, stronger));
            }
        }
        return these.cardinality();
    }

    private BitSet of(TextSide side, OverlapKind kind) {
        BitSet all = new BitSet();
        texts.forEach(
                (row, found) -> {
                    if (row.side == side && row.kind == kind) {
                        all.or(found);
                    }
                });
        return all;
    }

    /** Adds what was found in another training set. */
    void join(Findings other) {
        other.texts.forEach(
                (row, found) -> texts.computeIfAbsent(row, added -> new BitSet()).or(found));
    }

    PairOverlap of(ParallelCorpus training, TestCollection evaluation) {
        BitSet chance = (BitSet) unconfirmed.clone();
        chance.andNot(of(TextSide.QUESTION, OverlapKind.ID));
        return new PairOverlap(
                training.name(),
                evaluation.name(),
                training.items().size(),
                evaluation.questions().size(),
                evaluation.passages().size(),
                OverlapVerdict.of(this, evaluation),
                counts(evaluation),
                examples.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(kind -> kind.getValue().stream())
                        .toList(),
                chance.cardinality(),
                items.stream().mapToObj(item -> training.items().get(item).id()).toList());
    }

    private List<PairOverlap.Count> counts(TestCollection evaluation) {
        List<PairOverlap.Count> counts = new ArrayList<>();
        texts.forEach(
                (row, found) -> {
                    IntFunction<Lang> lang =
                            row.side == TextSide.QUESTION
                                    ? i -> evaluation.questions().get(i).lang()
                                    : i -> evaluation.passages().get(i).lang();
                    Map<Lang, Integer> byLang = new HashMap<>();
                    found.stream().forEach(i -> byLang.merge(lang.apply(i), 1, Integer::sum));
                    byLang.forEach(
                            (language, count) ->
                                    counts.add(
                                            new PairOverlap.Count(
                                                    row.kind,
                                                    row.side,
                                                    row.trainingSide,
                                                    language,
                                                    count)));
                });
        counts.sort(
                Comparator.comparing(PairOverlap.Count::kind)
                        .thenComparing(PairOverlap.Count::side)
                        .thenComparing(PairOverlap.Count::trainingSide)
                        .thenComparing(PairOverlap.Count::lang));
        return counts;
    }
}
