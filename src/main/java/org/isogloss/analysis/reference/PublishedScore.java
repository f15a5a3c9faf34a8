package org.isogloss.analysis.reference;

import java.util.Optional;
import org.isogloss.corpus.Lang;

/**
 * A number that stands in a paper.
 *
 * @param backbone the model's name there, such as {@code XLM-R}
 * @param collection the test collection, such as {@code xquad-r}
 * @param measure the measure's id here, such as {@code map}
 * @param setting {@code monolingual}, {@code cross-lingual} or {@code multilingual}
 * @param strategy the batch strategy's id here
 * @param question the questions' language; empty for a mean over languages
 * @param value the number as printed
 */
public record PublishedScore(
        String backbone,
        String collection,
        String measure,
        String setting,
        String strategy,
        Optional<Lang> question,
        double value) {}
