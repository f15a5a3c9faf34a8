package org.isogloss.run.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isogloss.experiment.Backbone;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Recipe;
import org.isogloss.run.Plans;
import org.isogloss.run.bench.Speed.Basis;
import org.isogloss.training.TrainingSettings;

/**
 * How long all runs of a study take one after the other, roughly.
 *
 * <p>A run takes {@code steps · work(step) / s + validations and test collections · work(forward) /
 * e + questions · candidates · (E p + r) + start}, with the work of {@link Shape} and the speeds s,
 * e, p, r of {@link Speed}. Training in parts reads each batch twice, which adds a third. Frozen
 * weights, hard negatives and early stopping are not reckoned with.
 *
 * @param time of what was asked
 * @param basis the least good one of the speeds it was reckoned with
 * @param seen when that speed was seen, or null where that does not matter
 * @param scaled whether it was seen with a backbone of another shape
 */
public record TimeEstimate(Duration time, Basis basis, Instant seen, boolean scaled) {
    /** For the process, the engine, the data and the results' files. */
    private static final double START = 5;

    private static final double IN_PARTS = 4.0 / 3;

    /**
     * The time of some runs over the same texts; empty where the speed of one backbone is not
     * known.
     */
    public static Optional<TimeEstimate> of(
            List<ExperimentSpec> runs, StudyLoad load, Speeds speeds) {
        Map<Backbone, Optional<Shape>> shapes = new HashMap<>();
        double seconds = 0;
        boolean scaled = false;
        Speed weakest = null;
        for (ExperimentSpec run : runs) {
            Optional<Shape> shape = shapes.computeIfAbsent(run.backbone(), Shape::of);
            Optional<Speed> speed = shape.flatMap(speeds::of);
            if (speed.isEmpty()) {
                return Optional.empty();
            }
            seconds += START + run(shape.get(), run, load, speed.get());
            scaled |= !speed.get().shape().equals(shape.get());
            weakest = weaker(weakest, speed.get());
        }
        return Optional.of(
                new TimeEstimate(
                        Duration.ofMillis(Math.round(1000 * seconds)),
                        weakest.basis(),
                        weakest.at(),
                        scaled));
    }

    /** The time of this and of something else after it, as sure as the less sure of the two. */
    public TimeEstimate and(TimeEstimate other) {
        boolean weaker = basis.compareTo(other.basis) >= 0;
        return new TimeEstimate(
                time.plus(other.time),
                weaker ? basis : other.basis,
                weaker ? seen : other.seen,
                scaled || other.scaled);
    }

    /** The time where only a share of the steps is taken. */
    public TimeEstimate times(double share) {
        return new TimeEstimate(
                Duration.ofMillis(Math.round(share * time.toMillis())), basis, seen, scaled);
    }

    private static Speed weaker(Speed one, Speed other) {
        return one == null
                ? other
                : List.of(one, other).stream()
                        .max(Comparator.comparing(Speed::basis))
                        .orElseThrow();
    }

    /** Seconds of one run once started. */
    private static double run(Shape shape, ExperimentSpec run, StudyLoad load, Speed speed) {
        double textTokens = load.pairTokens() / 2;
        double seconds = 0;
        double read = 0;
        if (run.strategy().trained()) {
            Recipe recipe = run.recipe();
            TrainingSettings settings = TrainingSettings.of(run.optimisation());
            double tokens = recipe.batches().size() * load.pairTokens();
            double step = shape.step(settings.accumulate() * tokens, textTokens) / speed.training();
            boolean parts = settings.microBatchTokens() > 0 && tokens > settings.microBatchTokens();
            seconds = settings.steps() * step * (parts ? IN_PARTS : 1);
            read = validations(recipe, settings) * Plans.VALIDATION_BATCHES * tokens;
        }
        for (StudyLoad.Scored collection : load.collections()) {
            read += collection.tokens();
            double pair = shape.hidden() * speed.product() + speed.ranking();
            seconds += (double) collection.questions() * collection.candidates() * pair;
        }
        return seconds + read * shape.forward(textTokens) / speed.encoding();
    }

    private static double validations(Recipe recipe, TrainingSettings settings) {
        return recipe.validation().isEmpty()
                ? 0
                : Math.ceil((double) settings.steps() / settings.validateEvery());
    }
}
