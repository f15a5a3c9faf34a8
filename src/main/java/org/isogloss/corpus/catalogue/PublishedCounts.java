package org.isogloss.corpus.catalogue;

import java.util.List;
import java.util.Optional;
import org.isogloss.corpus.Lang;

/**
 * What was published of one part of a data set.
 *
 * @param split the split it is, where there are several
 * @param subset the subset it is, where there are several
 * @param counts language by language
 */
public record PublishedCounts(
        Optional<String> split, Optional<String> subset, List<Counts> counts) {
    public PublishedCounts {
        split = KnownDataset.orEmpty(split);
        subset = KnownDataset.orEmpty(subset);
        counts = List.copyOf(counts);
    }

    /**
     * How much of it is in one language.
     *
     * @param lang the language, or nothing where each has as much
     * @param questions questions to be scored on or, without judgments, to train on
     * @param candidates candidates they are searched in
     */
    public record Counts(
            Optional<Lang> lang, Optional<Integer> questions, Optional<Integer> candidates) {
        public Counts {
            lang = KnownDataset.orEmpty(lang);
            questions = KnownDataset.orEmpty(questions);
            candidates = KnownDataset.orEmpty(candidates);
        }

        boolean of(Lang language) {
            return lang.isEmpty() || lang.get().equals(language);
        }
    }

    /** Its split and subset in words, or an empty text where it is all there is. */
    public String name() {
        return (split.orElse("") + " " + subset.orElse("")).strip();
    }
}
