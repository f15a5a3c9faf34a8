package org.isogloss.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.batch.BatchSettings;
import org.isogloss.training.TrainingSettings;

/**
 * One run: one strategy, one backbone, one seed and a recipe.
 *
 * @param study the study it belongs to: the folder its run stands in
 * @param strategy what a batch contains
 * @param backbone what it starts from
 * @param seed decides every random draw of the run
 * @param recipe everything else
 */
public record ExperimentSpec(
        String study, StrategyChoice strategy, Backbone backbone, long seed, Recipe recipe) {
    public ExperimentSpec {
        Study.checkName(study);
        if (strategy == null || backbone == null || recipe == null) {
            throw new BadInputException("a spec needs a strategy, a backbone and a recipe");
        }
        // What later rooms would refuse is refused here, before anything is started or written.
        if (strategy.trained()) {
            settings(strategy, recipe.batches());
        }
        TrainingSettings.of(recipe.tunedFor(backbone).optimisation());
        recipe.encoding().check();
    }

    /** Reads a spec; its paths become absolute. */
    public static ExperimentSpec read(Path file) {
        ExperimentSpec spec = JsonFile.read(file, ExperimentSpec.class);
        Path folder = file.toAbsolutePath().getParent();
        return new ExperimentSpec(
                spec.study,
                spec.strategy,
                spec.backbone.resolvedAgainst(folder),
                spec.seed,
                spec.recipe.resolvedAgainst(folder));
    }

    /** True if questions of a test collection are asked while it trains. */
    public boolean probed() {
        return strategy.trained()
                && !recipe.evaluation().isEmpty()
                && TrainingSettings.of(optimisation()).probes() > 0;
    }

    /** The spec with file names instead of paths, to be read on any machine. */
    public ExperimentSpec withFileNames() {
        UnaryOperator<String> name = path -> Path.of(path).getFileName().toString();
        return new ExperimentSpec(
                study, strategy, backbone.withPaths(name), seed, recipe.withPaths(name));
    }

    /** The same run with another seed. */
    public ExperimentSpec withSeed(long other) {
        return new ExperimentSpec(study, strategy, backbone, other, recipe);
    }

    /** Its settings of the training loop by id: the recipe's, and the backbone's own. */
    public Map<String, Double> optimisation() {
        return recipe.tunedFor(backbone).optimisation();
    }

    /** How its batches are drawn. */
    public BatchSettings batchSettings() {
        return settings(strategy, recipe.batches());
    }

    /** How batches of another strategy would be drawn, all else being equal. */
    public BatchSettings batchSettings(StrategyChoice other) {
        return settings(other, recipe.batches());
    }

    private static BatchSettings settings(StrategyChoice strategy, Batches batches) {
        return new BatchSettings(
                strategy.id(),
                strategy.parameters(),
                batches.size(),
                batches.datasetTemperature(),
                batches.languagesBySize(),
                batches.pairs());
    }

    /** The ids of the runs whose models it is the mean of; empty if it is trained. */
    public List<String> sources() {
        return strategy.interpolated().map(Interpolated::rows).orElse(List.of()).stream()
                .map(this::id)
                .toList();
    }

    /** The run's id, made of what varies in a study: {@code hybrid-0.50-nano-1}. */
    public String id() {
        return id(strategy.slug());
    }

    private String id(String row) {
        return row + "-" + backbone.name() + "-" + seed;
    }
}
