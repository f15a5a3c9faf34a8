package org.isogloss.ui.design;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.corpus.Lang;

/**
 * What was found in the data of a draft.
 *
 * @param languages of the training sets, in their order, ticked or not
 * @param items training items by language, 0 where that is not known
 * @param sets items and languages by a training set's path, in words
 * @param flaws what cannot be read or drawn from
 * @param note what the batches are drawn from where it is not the very data; or empty
 * @param preview the first batches; empty where there are none
 */
record TrainingLook(
        List<Lang> languages,
        Map<Lang, Integer> items,
        Map<String, String> sets,
        List<DraftFlaw> flaws,
        String note,
        Optional<Preview> preview) {
    /** Before anything was looked at. */
    static final TrainingLook NONE =
            new TrainingLook(List.of(), Map.of(), Map.of(), List.of(), "", Optional.empty());

    TrainingLook {
        languages = List.copyOf(languages);
        items = Map.copyOf(items);
        sets = Map.copyOf(sets);
        flaws = List.copyOf(flaws);
    }
}
