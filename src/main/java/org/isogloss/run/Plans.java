package org.isogloss.run;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.isogloss.batch.Batch;
import org.isogloss.batch.BatchPlan;
import org.isogloss.batch.BatchSettings;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.experiment.Batches;
import org.isogloss.experiment.ExperimentSpec;

/** The batches of a run: those it learns from, and those its progress is measured on. */
final class Plans {
    private static final int VALIDATION_BATCHES = 16;
    private static final long VALIDATION_SEED = 0;

    private Plans() {}

    /** What the run's strategy draws. */
    static BatchPlan training(ExperimentSpec spec, List<ParallelCorpus> corpora) {
        return new BatchPlan(
                settings(spec, spec.strategy().id(), spec.strategy().parameters()),
                corpora,
                spec.seed());
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
        BatchSettings settings =
                parallel
                        ? settings(spec, "hybrid", Map.of("alpha", 0.5))
                        : settings(spec, "monolingual", Map.of());
        BatchPlan plan = new BatchPlan(settings, corpora, VALIDATION_SEED);
        return LongStream.range(0, VALIDATION_BATCHES).mapToObj(plan::batch).toList();
    }

    private static BatchSettings settings(
            ExperimentSpec spec, String strategy, Map<String, Double> parameters) {
        Batches batches = spec.recipe().batches();
        return new BatchSettings(
                strategy,
                parameters,
                batches.size(),
                batches.datasetTemperature(),
                batches.languagesBySize());
    }
}
