package org.isogloss.run;

import java.util.List;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.corpus.TestCollection;
import org.isogloss.encoder.ComputeDevice;
import org.isogloss.encoder.DotProducts;
import org.isogloss.retrieval.Ranking;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.Scoring;
import org.isogloss.retrieval.geometry.LanguageErasure;

/**
 * Scores a collection again after its vectors have lost what tells their language: how much of the
 * bias goes away without training.
 *
 * <p>What is taken out is learnt from the very texts that are searched. That needs no judgment, but
 * a system that sees one question at a time could not do it for questions.
 *
 * @param collection the questions, candidates and judgments
 * @param vectors their vectors
 * @param zeroShot the verdict on overlap with what the model was trained on, in a sentence
 * @param device where scores are computed
 */
public record LanguageGeometry(
        TestCollection collection,
        CollectionVectors vectors,
        String zeroShot,
        ComputeDevice device) {

    /**
     * The scores after an erasure.
     *
     * @param erasure its id, or {@code none}
     * @param directions how many directions were taken out; 0 where they are not counted
     * @param questionsExplained the share of the questions' variance that their language explains
     * @param passagesExplained the same of the passages
     * @param scores the evaluation
     */
    public record Outcome(
            String erasure,
            int directions,
            double questionsExplained,
            double passagesExplained,
            Evaluation scores) {}

    /** The scores of the vectors as they are. */
    public Outcome untouched(Progress progress, Cancellation stop) {
        return scored("none", 0, vectors, progress, stop);
    }

    /**
     * The scores after an erasure.
     *
     * @param directions how many directions are taken out
     * @throws org.isogloss.base.BadInputException if so many cannot be
     */
    public Outcome without(
            LanguageErasure erasure, int directions, Progress progress, Cancellation stop) {
        progress.at("taking out " + erasure.id(), 0, 0);
        return scored(
                erasure.id(),
                erasure.countsDirections() ? directions : 0,
                vectors.without(erasure, directions),
                progress,
                stop);
    }

    private Outcome scored(
            String erasure,
            int directions,
            CollectionVectors left,
            Progress progress,
            Cancellation stop) {
        List<Ranking> rankings;
        try (DotProducts products = new DotProducts(left.questions(), left.passages(), device)) {
            rankings = left.search().rank(products, Scoring.SHARE_CUTOFF, progress, stop);
        }
        Results results =
                new Results(
                        collection.name(),
                        collection.questions().size(),
                        zeroShot,
                        Rankings.of(collection, rankings));
        return new Outcome(
                erasure,
                directions,
                left.questionLanguages().explainedByLanguage(),
                left.passageLanguages().explainedByLanguage(),
                results.evaluation());
    }
}
