package org.isogloss.corpus.overlap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.Pair;
import org.isogloss.corpus.ParallelItem;

/**
 * A text that training reads.
 *
 * @param item the id of the item it stands in
 * @param words the text as it stands
 * @param folded the text as it is compared
 */
record TrainingText(String item, TextSide side, Lang lang, String words, String folded) {

    /** An item's texts in all its languages, but for those with nothing to compare. */
    static List<TrainingText> of(ParallelItem item) {
        List<TrainingText> texts = new ArrayList<>();
        for (Map.Entry<Lang, Pair> entry : item.pairs().entrySet()) {
            Lang lang = entry.getKey();
            Pair pair = entry.getValue();
            add(texts, item.id(), TextSide.QUESTION, lang, pair.question());
            // In a dictionary and in translation pairs one text stands on both sides.
            if (!pair.passage().equals(pair.question())) {
                add(texts, item.id(), TextSide.PASSAGE, lang, pair.passage());
            }
            pair.negatives()
                    .forEach(negative -> add(texts, item.id(), TextSide.PASSAGE, lang, negative));
        }
        return texts;
    }

    private static void add(
            List<TrainingText> texts, String item, TextSide side, Lang lang, String words) {
        String folded = FoldedText.of(words);
        if (!folded.isEmpty()) {
            texts.add(new TrainingText(item, side, lang, words, folded));
        }
    }

    PairOverlap.Place place() {
        return new PairOverlap.Place(item, side, lang, words);
    }
}
