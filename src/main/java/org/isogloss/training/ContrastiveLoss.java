package org.isogloss.training;

import ai.djl.ndarray.NDList;
import org.isogloss.encoder.Contrast;
import org.isogloss.encoder.KernelModel;
import org.isogloss.encoder.Kernels;
import org.isogloss.encoder.TextPairs;

/**
 * InfoNCE with in-batch negatives (arXiv 2408.10536, equation 1; van den Oord et al., 2018).
 *
 * <p>For a batch of B questions q and their passages d it is the mean over i of {@code −log
 * exp(cos(q_i, d_i) / τ) / Σ_j exp(cos(q_i, d_j) / τ)}: each question looks for its passage among
 * all B. Equation 1 prints no temperature τ; with τ = 1 the loss could fall from log B by 2 at
 * most.
 *
 * <p>Hard negatives that a data set names for a batch's rows are further d_j, of every question;
 * the symmetric half ranges over the passages d_1 to d_B alone.
 *
 * <p>A passage d_j that is known to answer q_i too, j ≠ i, can be left out of the sum over j: its
 * logit is −∞, so that it is neither pulled nor pushed. It is known if the item of q_i has that
 * very text as its passage in the language of d_j, or if the items of rows i and j ask the same
 * question.
 *
 * @param temperature τ
 * @param symmetric whether the same loss with questions and passages exchanged is averaged in
 * @param maskKnownPositives whether known answers are left out of the negatives
 */
public record ContrastiveLoss(double temperature, boolean symmetric, boolean maskKnownPositives) {
    /** The loss that settings ask for. */
    public static ContrastiveLoss of(TrainingSettings settings) {
        return new ContrastiveLoss(
                settings.temperature(), settings.symmetric(), settings.maskKnownPositives());
    }

    /** The same loss at another temperature. */
    ContrastiveLoss at(double other) {
        return new ContrastiveLoss(other, symmetric, maskKnownPositives);
    }

    /** The loss of a batch, without dropout. */
    public double of(Kernels kernels, NDList weights, KernelModel model, TextPairs pairs) {
        return kernels.loss(weights, model, pairs, numbers());
    }

    Contrast numbers() {
        return new Contrast(temperature, symmetric, maskKnownPositives);
    }
}
