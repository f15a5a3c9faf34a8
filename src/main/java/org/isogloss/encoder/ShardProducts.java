package org.isogloss.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Scores as dot products of vectors in memory and vectors in shards, by the engine's matrix
 * product, which reads the mapped shards where they lie.
 *
 * <p>Letters: Q questions, B candidates of a block, E dimension; [Q, E] · [B, E]ᵀ = [Q, B]. All
 * blocks of one length are one computation on other numbers, so that a score depends on the two
 * vectors and the place in the block alone.
 */
public final class ShardProducts implements PoolScores, AutoCloseable {
    private final NDManager manager;
    private final NDArray questions; // [Q, E]
    private final int count;
    private final ShardedVectors candidates;

    /**
     * Copies the questions' vectors to a device.
     *
     * @throws IllegalArgumentException if questions and candidates differ in dimension
     */
    public ShardProducts(Vectors questions, ShardedVectors candidates, ComputeDevice device) {
        int dimension = candidates.manifest().dimension();
        if (questions.dimension() != dimension) {
            throw new IllegalArgumentException(
                    "questions of "
                            + questions.dimension()
                            + " numbers cannot be scored against candidates of "
                            + dimension);
        }
        this.candidates = candidates;
        count = questions.count();
        manager = PyTorch.newManager(device);
        this.questions = manager.zeros(new Shape(count, dimension), DataType.FLOAT32);
        float[] values = questions.values();
        FloatArrays.fill(
                this.questions,
                0,
                values.length,
                (from, into) -> into.put(values, (int) from, into.remaining()));
    }

    @Override
    public int questions() {
        return count;
    }

    @Override
    public int candidates() {
        return candidates.manifest().count();
    }

    @Override
    public int longestBlock() {
        return candidates.manifest().shardRows();
    }

    @Override
    public void block(int from, int to, FloatBuffer out) {
        multiply(candidates.rows(from, to), to - from, out);
    }

    @Override
    public void block(int[] rows, FloatBuffer out) {
        int bytes = candidates.manifest().dimension() * Float.BYTES;
        ByteBuffer gathered =
                ByteBuffer.allocateDirect(Math.multiplyExact(rows.length, bytes))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int row : rows) {
            gathered.put(candidates.rows(row, row + 1));
        }
        multiply(gathered.flip(), rows.length, out);
    }

    private void multiply(ByteBuffer vectors, int rows, FloatBuffer out) {
        Shape shape = new Shape(rows, candidates.manifest().dimension());
        try (NDManager scope = manager.newSubManager()) {
            NDArray block = scope.create(vectors, shape, DataType.FLOAT32); // [B, E]
            NDArray scores = questions.matMul(block.transpose()); // [Q, B]
            scores.attach(scope);
            FloatBuffer values = scores.toByteBuffer(true).asFloatBuffer();
            out.put(0, values, 0, values.remaining());
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
