package org.isogloss.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.isogloss.base.BadInputException;
import org.isogloss.corpus.Lang;

/** The language pairs that rows of one corpus can have in batches of one kind. */
final class RowSource {
    /** Where the items of a language pair are found. */
    record Choice(LanguagePair pair, List<Integer> groups) {}

    private final CorpusIndex index;
    private final List<Choice> choices = new ArrayList<>();
    private final Chances chances;

    private RowSource(
            CorpusIndex index, BatchKind kind, BatchStrategy strategy, BatchSettings settings) {
        this.index = index;
        for (Lang question : index.languages()) {
            for (Lang answer : index.languages()) {
                LanguagePair pair = new LanguagePair(question, answer);
                List<Integer> groups = index.groupsWith(pair);
                boolean drawn = settings.pairs().of(pair) > 0 && !groups.isEmpty();
                if (drawn && kind.joins(pair) && strategy.admits(question, answer)) {
                    choices.add(new Choice(pair, groups));
                }
            }
        }
        chances =
                new Chances(
                        choices.stream()
                                .mapToDouble(
                                        c ->
                                                settings.pairs().of(c.pair())
                                                        * (settings.languagesBySize()
                                                                ? index.items(c.groups())
                                                                : 1))
                                .toArray());
    }

    /**
     * The pairs of a corpus; empty if none fits the kind.
     *
     * @throws BadInputException if a pair has too few different questions to fill a batch
     */
    static RowSource of(
            CorpusIndex index, BatchKind kind, BatchStrategy strategy, BatchSettings settings) {
        RowSource source = new RowSource(index, kind, strategy, settings);
        for (Choice choice : source.choices) {
            int distinct = index.distinctQuestions(choice.groups(), settings.batchSize());
            if (distinct < settings.batchSize()) {
                throw new BadInputException(
                        "the data set '"
                                + index.corpus().name()
                                + "' has only "
                                + distinct
                                + (distinct == 1 ? " question in " : " different questions in ")
                                + choice.pair()
                                + ", too few for a batch of "
                                + settings.batchSize()
                                + "; take a batch size of at most "
                                + distinct
                                + ", or leave that language or data set out");
            }
        }
        return source;
    }

    boolean isEmpty() {
        return choices.isEmpty();
    }

    CorpusIndex index() {
        return index;
    }

    /** Draws a language pair. */
    Choice draw(SplittableRandom random) {
        return choices.get(chances.draw(random));
    }
}
