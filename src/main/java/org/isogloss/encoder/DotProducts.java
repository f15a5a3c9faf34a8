package org.isogloss.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * Scores as dot products of vectors, by the engine's matrix product or, where that pays for
 * compiling them, by the kernels.
 *
 * <p>Letters: Q questions, N candidates, E dimension; [Q, E] · [N, E]ᵀ = [Q, N]. Computed for 512
 * questions at a time, however many are asked for.
 */
public final class DotProducts implements ScoreBlocks, AutoCloseable {
    private static final int QUESTIONS_AT_ONCE = 512;

    /** Q · N · E from which on the kernels are ready sooner than they save. */
    private static final double LARGE = 5e9;

    private final NDManager manager;
    private final NDArray questions; // [Q, E]
    private final NDArray rows; // [N, E]
    private final Optional<Kernels> kernels;
    private final int candidates;

    /**
     * Copies vectors to a device.
     *
     * @throws IllegalArgumentException if questions and candidates differ in dimension
     */
    public DotProducts(Vectors questions, Vectors candidates, ComputeDevice device) {
        if (questions.dimension() != candidates.dimension()) {
            throw new IllegalArgumentException(
                    "questions of "
                            + questions.dimension()
                            + " numbers cannot be scored against"
                            + " candidates of "
                            + candidates.dimension());
        }
        manager = PyTorch.newManager(device);
        this.questions = array(manager, questions);
        this.rows = array(manager, candidates);
        this.candidates = candidates.count();
        boolean large = (double) questions.values().length * candidates.count() >= LARGE;
        kernels = large ? Optional.of(new Kernels(device)) : Optional.empty();
    }

    private static NDArray array(NDManager manager, Vectors vectors) {
        Shape shape = new Shape(vectors.count(), vectors.dimension());
        NDArray array = manager.zeros(shape, DataType.FLOAT32);
        float[] values = vectors.values();
        FloatArrays.fill(
                array,
                0,
                values.length,
                (from, into) -> into.put(values, (int) from, into.remaining()));
        return array;
    }

    @Override
    public void block(int fromQuestion, int toQuestion, FloatBuffer out) {
        for (int from = fromQuestion; from < toQuestion; from += QUESTIONS_AT_ONCE) {
            int to = Math.min(toQuestion, from + QUESTIONS_AT_ONCE);
            try (NDManager scope = manager.newSubManager()) {
                NDArray asked = questions.get(scope, new NDIndex().addSliceDim(from, to)); // [B, E]
                NDArray scores = scores(asked); // [B, N]
                FloatBuffer values = scores.toByteBuffer(true).asFloatBuffer();
                int at = Math.multiplyExact(from - fromQuestion, candidates);
                out.put(at, values, 0, values.remaining());
            }
        }
    }

    /**
     * Computes the scores of questions that were not given before.
     *
     * @param asked [B, E]
     * @param out takes [B, N] scores as {@link #block} does
     */
    public void scores(Vectors asked, FloatBuffer out) {
        try (NDManager scope = manager.newSubManager()) {
            FloatBuffer values = scores(array(scope, asked)).toByteBuffer(true).asFloatBuffer();
            out.put(0, values, 0, values.remaining());
        }
    }

    private NDArray scores(NDArray asked) {
        return kernels.isPresent()
                ? kernels.get().products(asked, rows)
                : asked.matMul(rows.transpose());
    }

    @Override
    public void close() {
        kernels.ifPresent(Kernels::close);
        manager.close();
    }
}
