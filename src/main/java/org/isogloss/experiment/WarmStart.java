package org.isogloss.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.isogloss.base.BadInputException;

/**
 * A training that a study's backbones from scratch go through once, before the runs that compare
 * strategies: all of those start from what it leaves.
 *
 * @param strategy what its batches contain
 * @param seed of its draws and of the first weights, whatever the seeds of the study are
 * @param recipe its data and settings
 */
public record WarmStart(StrategyChoice strategy, long seed, Recipe recipe) {
    /** What the study of warm starts is called, after the study they are for. */
    private static final String ENDING = "-start";

    public WarmStart {
        if (strategy == null || recipe == null) {
            throw new BadInputException("a warm start needs a strategy, a seed and a recipe");
        }
        if (!strategy.trained()) {
            throw new BadInputException(
                    "a warm start is trained, so it cannot be a mean of models");
        }
    }

    /** The warm starts of some backbones as a study of their own, seen and resumed as any other. */
    Study study(String name, String title, List<Backbone> backbones) {
        return new Study(
                name + ENDING,
                "Warm start of: " + title,
                List.of(strategy),
                backbones.stream().map(backbone -> backbone.trainedOn(List.of())).toList(),
                List.of(seed),
                recipe);
    }

    /** The same with other batches. */
    public WarmStart withStrategy(StrategyChoice other) {
        return new WarmStart(other, seed, recipe);
    }

    /** The same with other draws and first weights. */
    public WarmStart withSeed(long other) {
        return new WarmStart(strategy, other, recipe);
    }

    /** The same with other data or settings. */
    public WarmStart withRecipe(Recipe other) {
        return new WarmStart(strategy, seed, other);
    }

    WarmStart withPaths(UnaryOperator<String> path) {
        return withRecipe(recipe.withPaths(path));
    }

    WarmStart resolvedAgainst(Path folder) {
        return withRecipe(recipe.resolvedAgainst(folder));
    }
}
