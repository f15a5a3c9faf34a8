package org.isogloss.analysis.reference;

import java.util.List;

/**
 * Something the paper does not say, so that a difference from its numbers need not be an error.
 *
 * @param what what is not said
 * @param ours what Isogloss does unless it is told otherwise
 * @param setting where a user changes it
 */
public record UnstatedChoice(String what, String ours, String setting) {

    /** What arXiv 2408.10536v1 leaves open, the most consequential first. */
    public static List<UnstatedChoice> all() {
        return List.of(
                new UnstatedChoice(
                        "the temperature of the loss (equation 1 has none)",
                        "cosines are divided by 0.05",
                        "optimisation.temperature"),
                new UnstatedChoice(
                        "the training texts (machine translations made in-house, not released)",
                        "none; name your own",
                        "training"),
                new UnstatedChoice(
                        "the number of steps and the patience of early stopping",
                        "steps as the study says; five validations without a better loss",
                        "optimisation.steps, optimisation.patience"),
                new UnstatedChoice(
                        "where negatives come from (random, BM25, the triples of mMARCO)",
                        "the other passages of the batch; hard negatives where the data name them",
                        "optimisation.hardNegatives"),
                new UnstatedChoice(
                        "how a data set is drawn (\"based on dataset size\")",
                        "in proportion to its number of items",
                        "batches.datasetTemperature"),
                new UnstatedChoice(
                        "pooling",
                        "as the backbone's files say, else the mean",
                        "encoding.pooling"),
                new UnstatedChoice(
                        "the longest texts",
                        "128 tokens in training; in scoring as the backbone's files say",
                        "optimisation.maxTokens, encoding.maxTokens"),
                new UnstatedChoice(
                        "the learning rate's schedule",
                        "linear warm-up, then linear decay",
                        "optimisation.warmUp, optimisation.learningRateFloor"),
                new UnstatedChoice("XLM-R's size", "none; name a backbone", "backbones"),
                new UnstatedChoice(
                        "candidates: sentences alone or with their paragraphs",
                        "sentences alone",
                        "encoding.context"),
                new UnstatedChoice(
                        "the order of equal scores",
                        "passage ids, descending, as trec_eval",
                        "not a setting"),
                new UnstatedChoice(
                        "the number of seeds (the tables read like one)",
                        "as the study says",
                        "seeds"));
    }
}
