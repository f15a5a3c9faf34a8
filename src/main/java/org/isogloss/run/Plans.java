package org.isogloss.run;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.isogloss.batch.Batch;
import org.isogloss.batch.BatchPlan;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.StrategyChoice;
import org.isogloss.experiment.TrainingSet;
import org.isogloss.training.BatchLoad;
import org.isogloss.training.TrainingSettings;

/** The batches of a run: those it learns from, and those its progress is measured on. */
public final class Plans {
    /** Batches of one validation. */
    public static final int VALIDATION_BATCHES = 16;

    private static final long VALIDATION_SEED = 0;

    private Plans() {}

    /** What the run's strategy draws. */
    static BatchPlan training(ExperimentSpec spec, List<ParallelCorpus> corpora) {
        List<Double> weights = spec.recipe().training().stream().map(TrainingSet::drawn).toList();
        return new BatchPlan(spec.batchSettings(), corpora, weights, spec.seed());
    }

    /**
     * A batch whose texts are all as long as texts may be, with hard negatives where data have any.
     */
    static BatchLoad largestBatch(
            ExperimentSpec spec,
            List<ParallelCorpus> corpora,
            TrainingSettings settings,
            int maxTokens) {
        boolean negatives =
                corpora.stream()
                        .flatMap(corpus -> corpus.items().stream())
                        .flatMap(item -> item.pairs().values().stream())
                        .anyMatch(pair -> !pair.negatives().isEmpty());
        int size = spec.batchSettings().batchSize();
        int texts = size * (2 + (negatives ? settings.hardNegatives() : 0));
        int[] lengths = new int[texts];
        Arrays.fill(lengths, maxTokens);
        return BatchLoad.of(lengths);
    }

    /**
     * Half monolingual, half cross-lingual batches whatever the strategy and seed, so that the
     * validation losses of all runs are comparable; monolingual only where the data have one
     * language.
     */
    static List<Batch> validation(ExperimentSpec spec, List<ParallelCorpus> corpora) {
        if (corpora.isEmpty()) {
            return List.of();
        }
        boolean parallel = corpora.stream().anyMatch(corpus -> corpus.languages().size() > 1);
        StrategyChoice strategy =
                parallel
                        ? new StrategyChoice("hybrid", Map.of("alpha", 0.5))
                        : StrategyChoice.of("monolingual");
        BatchPlan plan = new BatchPlan(spec.batchSettings(strategy), corpora, VALIDATION_SEED);
        return LongStream.range(0, VALIDATION_BATCHES).mapToObj(plan::batch).toList();
    }
}
