package org.isogloss.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Fingerprint;
import org.isogloss.batch.BatchPlan;
import org.isogloss.batch.SamplingMatrix;
import org.isogloss.corpus.Lang;
import org.isogloss.corpus.ParallelCorpus;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.experiment.ExperimentSpec;
import org.isogloss.experiment.Recipe;
import org.isogloss.experiment.TrainingSet;

/**
 * How often a run's model saw each pair of languages while it trained, as {@code exposure.json}
 * tells it. What its backbone saw before is not known.
 *
 * @param steps batches, up to the checkpoint that was scored
 * @param pairs the share of their rows in each pair of languages
 */
public record Exposure(int steps, SamplingMatrix pairs) {

    /** Counts the rows of the batches that were trained on, which a plan draws the same again. */
    static Exposure of(BatchPlan plan, int steps) {
        return new Exposure(steps, SamplingMatrix.of(plan, steps));
    }

    /**
     * What a run wrote down, or for a run older than that the same drawn again from its data, which
     * may take seconds.
     *
     * @throws BadInputException if the data cannot be read any more, or are others
     */
    public static Exposure of(RunFolder run, PoolPlace place) {
        return run.exposure().orElseGet(() -> again(run, place));
    }

    private static Exposure again(RunFolder run, PoolPlace place) {
        FrozenSpec frozen = run.frozen();
        ExperimentSpec spec = frozen.spec();
        Recipe recipe = spec.recipe();
        for (TrainingSet set : recipe.training()) {
            Path data = Path.of(set.path());
            if (!Files.exists(data)
                    || !Fingerprint.of(data).equals(frozen.sha256().get(set.path()))) {
                throw BadInputException.in(
                        data,
                        "is gone or has changed, so that what %s was trained on cannot be told; put the old one back"
                                .formatted(run.id()));
            }
        }
        List<ParallelCorpus> all =
                recipe.training().stream().map(set -> recipe.chosen(set.items(place))).toList();
        List<ParallelCorpus> kept = run.zeroShot().map(guard -> guard.kept(all)).orElse(all);
        return of(Plans.training(spec, kept), scoredStep(run));
    }

    private static int scoredStep(RunFolder run) {
        return run.tail().poll().stream()
                .map(LoggedEvent::event)
                .filter(RunEvent.Finished.class::isInstance)
                .mapToInt(event -> ((RunEvent.Finished) event).bestStep())
                .reduce((before, last) -> last)
                .orElseThrow(
                        () ->
                                BadInputException.in(
                                        run.path(),
                                        "has not finished, so that what it was trained on cannot"
                                                + " be told yet"));
    }

    /** The share of rows whose question or answer is in a language. */
    public double share(Lang language) {
        double share = 0;
        for (Lang other : pairs.languages()) {
            share += pairs.share(language, other);
            share += other.equals(language) ? 0 : pairs.share(other, language);
        }
        return share;
    }
}
