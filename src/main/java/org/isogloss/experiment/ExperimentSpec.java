package org.isogloss.experiment;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;

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

    /** The spec with file names instead of paths, to be read on any machine. */
    public ExperimentSpec withFileNames() {
        UnaryOperator<String> name = path -> Path.of(path).getFileName().toString();
        return new ExperimentSpec(
                study, strategy, backbone.withPath(name), seed, recipe.withPaths(name));
    }

    /** The run's id, made of what varies in a study: {@code hybrid-0.50-nano-1}. */
    public String id() {
        return strategy.slug() + "-" + backbone.name() + "-" + seed;
    }
}
