package org.isogloss.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;

/**
 * Scores as dot products of vectors, by the engine's matrix product.
 *
 * <p>Letters: Q questions, N candidates, E dimension; [Q, E] · [N, E]ᵀ = [Q, N]. Computed for 512
 * questions at a time, however many are asked for.
 */
public final class DotProducts implements ScoreBlocks, AutoCloseable {
    private static final int QUESTIONS_AT_ONCE = 512;

    private final NDManager manager;
    private final NDArray questions; // [Q, E]
    private final NDArray transposed; // [E, N]
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
        this.transposed = array(manager, candidates).transpose();
        this.candidates = candidates.count();
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
                NDArray rows = questions.get(scope, new NDIndex().addSliceDim(from, to)); // [B, E]
                NDArray scores = rows.matMul(transposed); // [B, N]
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
            NDArray rows = array(scope, asked);
            FloatBuffer values = rows.matMul(transposed).toByteBuffer(true).asFloatBuffer();
            out.put(0, values, 0, values.remaining());
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
