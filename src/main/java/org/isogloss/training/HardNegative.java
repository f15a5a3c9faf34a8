package org.isogloss.training;

import java.util.List;
import org.isogloss.batch.Batch;
import org.isogloss.corpus.Lang;

/**
 * A passage that the data set names as a wrong answer to a row's question.
 *
 * @param language that of the row's answer
 * @param text its words
 */
record HardNegative(Lang language, String text) {
    /**
     * The hard negatives of a batch, row by row.
     *
     * @param most of each row, hardest first
     */
    static List<HardNegative> of(Batch batch, int most) {
        return batch.rows().stream()
                .flatMap(
                        row ->
                                row.negativeTexts().stream()
                                        .limit(most)
                                        .map(text -> new HardNegative(row.answer(), text)))
                .toList();
    }
}
