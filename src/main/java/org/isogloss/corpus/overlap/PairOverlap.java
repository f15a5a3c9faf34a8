package org.isogloss.corpus.overlap;

import java.util.List;
import org.isogloss.corpus.Lang;

/**
 * What one training set and one evaluation set have in common.
 *
 * @param training the training set's name
 * @param evaluation the evaluation set's name
 * @param trainingItems how many items the training set has
 * @param questions how many questions the evaluation set has, in all languages
 * @param passages how many passages it has, in all languages
 * @param verdict what may be said of scores on the one after training on the other alone
 * @param counts how many texts of the evaluation set are concerned, by kind, sides and language; a
 *     text counts once in each row that fits it, and rows without any are left out
 * @param examples a few of each kind, first those of languages not yet shown
 * @param equalRunningNumbers questions whose id is that of a training item, but looks like a
 *     running number ({@code 17}, {@code q-17}) and is borne out by no text: taken for chance and
 *     not counted
 * @param overlapping the ids of the training items that hold texts of the evaluation set: what to
 *     leave out of training for a zero-shot score
 */
public record PairOverlap(
        String training,
        String evaluation,
        int trainingItems,
        int questions,
        int passages,
        OverlapVerdict verdict,
        List<Count> counts,
        List<Example> examples,
        int equalRunningNumbers,
        List<String> overlapping) {
    public PairOverlap {
        counts = List.copyOf(counts);
        examples = List.copyOf(examples);
        overlapping = List.copyOf(overlapping);
    }

    /**
     * A number of texts.
     *
     * @param side what they are in the evaluation set
     * @param trainingSide what they are found to be in the training set
     * @param lang their language in the evaluation set
     */
    public record Count(
            OverlapKind kind, TextSide side, TextSide trainingSide, Lang lang, int texts) {}

    /**
     * Two texts that led to a count.
     *
     * @param similarity the Jaccard similarity of their n-grams; 1 for what is equal
     */
    public record Example(OverlapKind kind, Place training, Place evaluation, double similarity) {}

    /**
     * Where a text stands.
     *
     * @param id the training item's or the question's or passage's id
     * @param text its words, or the article's title where that is what is equal
     */
    public record Place(String id, TextSide side, Lang lang, String text) {}
}
