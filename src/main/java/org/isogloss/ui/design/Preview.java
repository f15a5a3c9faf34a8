package org.isogloss.ui.design;

import java.util.List;
import org.isogloss.batch.Batch;
import org.isogloss.batch.SamplingMatrix;
import org.isogloss.corpus.Lang;
import org.isogloss.experiment.StrategyChoice;

/**
 * The batches a run would draw first.
 *
 * @param strategy what draws them
 * @param languages all that may be drawn, in the data's order
 * @param batches the very first ones
 * @param matrix how often each pair of languages comes in many of them
 * @param counted how many those are
 * @param seed the run's
 */
record Preview(
        StrategyChoice strategy,
        List<Lang> languages,
        List<Batch> batches,
        SamplingMatrix matrix,
        int counted,
        long seed) {
    Preview {
        languages = List.copyOf(languages);
        batches = List.copyOf(batches);
    }
}
