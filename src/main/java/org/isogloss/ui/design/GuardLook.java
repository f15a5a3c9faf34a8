package org.isogloss.ui.design;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.isogloss.corpus.overlap.OverlapVerdict;

/**
 * What the zero-shot guard says of a draft's data.
 *
 * @param data that were compared
 * @param verdicts one for each evaluation set; none where the data were not compared
 */
record GuardLook(GuardedData data, List<OverlapVerdict> verdicts) {
    /** Before anything was compared. */
    static final GuardLook NONE = new GuardLook(GuardedData.of(StudyDraft.EMPTY), List.of());

    GuardLook {
        verdicts = List.copyOf(verdicts);
    }

    /** The gravest verdict. */
    Optional<OverlapVerdict.Outcome> outcome() {
        return verdicts.stream().map(OverlapVerdict::outcome).min(Comparator.naturalOrder());
    }
}
