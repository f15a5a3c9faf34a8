package org.isogloss.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A step on a batch whose activations do not fit memory at once (Gao et al., "Scaling Deep
 * Contrastive Learning Batch Size under Memory Limited Setup", 2021).
 *
 * <p>The texts are encoded in parts: first for their vectors alone, from which the loss and its
 * gradient for each vector follow; then again, part by part, to carry these gradients on to the
 * weights. Memory for activations is that of the largest part, time about 4/3 of a step in one
 * pass. The gradient is that of the whole batch. Adding up the gradients of smaller batches is no
 * substitute: a question would only meet the passages of its own part, which is another loss.
 *
 * <p>The second pass drops out what the first did, since each part has a seed of its own; the first
 * part has the batch's, so that a batch of a single part is learnt from as {@link Kernels#step}
 * does. How a batch is parted decides what is dropped, as another seed would.
 */
public final class GradCache {
    private final Kernels kernels;
    private final int tokens;

    /**
     * Chooses the size of a part.
     *
     * @param tokens the most tokens of a part; a text that is longer has a part of its own
     */
    public GradCache(Kernels kernels, int tokens) {
        this.kernels = kernels;
        this.tokens = tokens;
    }

    /** Learns from a batch as {@link Kernels#step} does. */
    public StepOutcome step(
            Learned learned,
            KernelModel model,
            TextPairs pairs,
            Contrast contrast,
            Dropout dropout,
            AdamW update) {
        try (NDManager scope = learned.weights().head().getManager().newSubManager()) {
            NDList found = gradients(scope, learned, model, pairs, contrast, dropout);
            return kernels.update(learned, found.subNDList(1), found.head(), update);
        }
    }

    /**
     * The loss of a batch and its gradient for all that learns.
     *
     * @return attached to the manager given
     */
    public NDList gradients(
            NDManager owner,
            Learned learned,
            KernelModel model,
            TextPairs pairs,
            Contrast contrast,
            Dropout dropout) {
        List<TextPairs.Part> parts = pairs.parts(tokens);
        if (parts.size() == 1) {
            return kernels.gradients(owner, learned, model, pairs, contrast, dropout);
        }
        try (NDManager scope = owner.newSubManager()) {
            NDList vectors = new NDList();
            for (int p = 0; p < parts.size(); p++) {
                PackedTexts texts = parts.get(p).texts();
                vectors.add(
                        kernels.represent(scope, learned.weights(), model, texts, of(dropout, p)));
            }
            NDList lossAndGiven =
                    kernels.vectorGradients(
                            NDArrays.concat(vectors),
                            places(parts, pairs),
                            contrast,
                            pairs,
                            learned.scale());
            NDList gradients = new NDList();
            learned.moving().forEach(w -> gradients.add(scope.zeros(w.getShape())));
            int from = 0;
            for (int p = 0; p < parts.size(); p++) {
                PackedTexts texts = parts.get(p).texts();
                int to = from + texts.size();
                NDArray given = lossAndGiven.get(1).get(new NDIndex("{}:{}", from, to));
                kernels.accumulate(learned, gradients, model, texts, of(dropout, p), given);
                from = to;
            }
            NDList found = new NDList(lossAndGiven.head()).addAll(gradients);
            found.addAll(lossAndGiven.subNDList(2));
            found.attach(owner);
            return found;
        }
    }

    /** The dropout of a part. */
    static Dropout of(Dropout dropout, int part) {
        int seed =
                part == 0
                        ? dropout.seed()
                        : new SplittableRandom(((long) dropout.seed() << Integer.SIZE) + part)
                                .nextInt();
        return new Dropout(dropout.hidden(), dropout.attention(), seed);
    }

    private static long[] places(List<TextPairs.Part> parts, TextPairs pairs) {
        long[] places = new long[pairs.packed().size()];
        int row = 0;
        for (TextPairs.Part part : parts) {
            for (int text : part.places()) {
                places[text] = row++;
            }
        }
        return places;
    }
}
