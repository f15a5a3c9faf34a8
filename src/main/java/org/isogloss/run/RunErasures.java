package org.isogloss.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isogloss.analysis.Evaluation;
import org.isogloss.analysis.Macro;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.TestCollection;
import org.isogloss.corpus.format.PoolPlace;
import org.isogloss.experiment.DataSource;
import org.isogloss.experiment.Recipe;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.Scoring;
import org.isogloss.retrieval.geometry.LanguageErasure;
import org.isogloss.retrieval.geometry.LanguageErasures;

/**
 * Scores a finished run's model again and again, each time after more of what tells languages apart
 * is taken out of its vectors, and writes that into the run's results.
 *
 * <p>It is no part of the run itself: ten more searches of the sample study take half as long as
 * its training.
 *
 * @param run a run with results
 * @param compute what to compute on, started
 * @param place where corpora larger than memory are indexed
 */
public record RunErasures(RunFolder run, Compute compute, PoolPlace place) {
    /** A share of all: as far as another processor's rounding may move a mean of thousands. */
    private static final double SAME = .005;

    private static final int MOST_OWN = 4;

    /** An erasure and how many directions it takes out. */
    record Step(LanguageErasure erasure, int directions) {}

    /**
     * Measures the erasures on one collection and writes {@code geometry.json} and {@code map.csv}.
     * What cannot be taken out of these vectors is left out.
     *
     * @param collection one that the run was scored on
     * @throws BadInputException if it was not, if its pool is larger than memory, or if the model
     *     or the data are no longer those that were scored
     */
    public GeometryReport measure(String collection, Progress progress, Cancellation stop) {
        Evaluation known = ScoredRun.open(run, collection).summary();
        Recipe recipe = run.frozen().spec().recipe();
        DataSource source =
                recipe.evaluation().stream()
                        .filter(one -> one.name().equals(collection))
                        .findFirst()
                        .orElseThrow();
        TestCollection texts = source.dataset(place).collectionToScoreOn();
        if (texts.passages() instanceof PassagePool) {
            throw new BadInputException(
                    collection + ": vectors of so many passages are not held in memory");
        }
        try (ModelEvaluation model =
                ModelEvaluation.open(run.model(), recipe.encoding(), compute)) {
            CollectionVectors vectors = model.vectors(texts, Optional.empty(), progress, stop);
            Macro macro = macro(model, vectors, progress, stop);
            if (!(Math.abs(macro.multilingualMap() - known.macro().multilingualMap()) < SAME)) {
                throw BadInputException.in(
                        run.results(collection).path(),
                        "was scored with another model or other data: multilingual mAP was %.4f and is now %.4f; score the run anew"
                                .formatted(
                                        known.macro().multilingualMap(), macro.multilingualMap()));
            }
            VectorGeometry geometry = new VectorGeometry(vectors, known.macro());
            for (Step step : steps(texts)) {
                erased(vectors, step, progress)
                        .ifPresent(
                                left ->
                                        geometry.add(
                                                step.erasure.id(),
                                                step.directions,
                                                left,
                                                macro(model, left, progress, stop)));
            }
            geometry.write(run.results(collection));
            return geometry.report();
        }
    }

    private static Optional<CollectionVectors> erased(
            CollectionVectors vectors, Step step, Progress progress) {
        progress.at("taking out " + step.erasure.id() + " " + step.directions, 0, 0);
        try {
            return Optional.of(vectors.without(step.erasure, step.directions));
        } catch (BadInputException tooMany) {
            return Optional.empty();
        }
    }

    private static Macro macro(
            ModelEvaluation model, CollectionVectors left, Progress progress, Cancellation stop) {
        TestCollection texts = left.search().collection();
        Rankings found =
                Rankings.of(texts, model.ranked(left, Scoring.SHARE_CUTOFF, progress, stop));
        return Results.macro(texts.name(), found);
    }

    /**
     * Centring; shared directions in powers of two up to one less than there are languages, where
     * their means agree; and few of each language's own.
     */
    static List<Step> steps(TestCollection texts) {
        int most = Math.min(texts.questionLanguages().size(), texts.answerLanguages().size()) - 1;
        List<Step> steps = new ArrayList<>();
        for (LanguageErasure erasure : LanguageErasures.all()) {
            if (!erasure.countsDirections()) {
                steps.add(new Step(erasure, 0));
                continue;
            }
            int last = erasure.id().equals("own-components") ? MOST_OWN : most;
            for (int directions = 1; directions < last; directions *= 2) {
                steps.add(new Step(erasure, directions));
            }
            if (last > 0) {
                steps.add(new Step(erasure, last));
            }
        }
        return steps;
    }
}
