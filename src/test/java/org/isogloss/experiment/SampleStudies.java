package org.isogloss.experiment;

import java.util.List;
import java.util.Map;

/** Studies for tests. */
public final class SampleStudies {
    private SampleStudies() {}

    /** Two strategies, two seeds. */
    public static Study small(String name, String trainingSet) {
        return new Study(
                name,
                "What does a batch teach?",
                List.of(
                        StrategyChoice.of("monolingual"),
                        new StrategyChoice("hybrid", Map.of("alpha", .5))),
                List.of(new Backbone("nano", null, new Backbone.Scratch(8000, 64, 0, 1, 1, 64))),
                List.of(1L, 2L),
                recipe(trainingSet));
    }

    /** One run of a study. */
    public static ExperimentSpec spec(String study, long seed) {
        return small(study, "facts.tsv").withSeeds(List.of(seed)).plan().get(0);
    }

    /** The same study with another recipe. */
    public static Study withSteps(Study study, int steps) {
        Recipe recipe = study.recipe();
        return new Study(
                study.name(),
                study.title(),
                study.strategies(),
                study.backbones(),
                study.seeds(),
                new Recipe(
                        recipe.training(),
                        recipe.validation(),
                        recipe.evaluation(),
                        recipe.batches(),
                        Map.of("steps", (double) steps),
                        recipe.encoding()));
    }

    static Recipe recipe(String trainingSet) {
        return new Recipe(
                List.of(TrainingSet.of(trainingSet)),
                List.of(),
                List.of(),
                new Batches(8, 1, false),
                Map.of("steps", 10.0),
                null);
    }
}
