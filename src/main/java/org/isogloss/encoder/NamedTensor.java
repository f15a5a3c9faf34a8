package org.isogloss.encoder;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * A float32 tensor under its name in a file, whose values are read piece by piece.
 *
 * @param name its name in the file
 * @param shape its dimensions; a scalar has none
 * @param values its elements in row-major order
 */
public record NamedTensor(String name, List<Long> shape, Values values) {
    public NamedTensor {
        shape = List.copyOf(shape);
    }

    /** Elements that are handed out in pieces, so that no tensor has to fit into one buffer. */
    @FunctionalInterface
    public interface Values {
        /** Fills a buffer with the elements from the one given on. */
        void read(long from, FloatBuffer into);
    }

    /** The number of elements. */
    public long size() {
        return size(shape);
    }

    /**
     * The number of elements of a shape.
     *
     * @throws ArithmeticException if it is more than a long can count
     */
    static long size(List<Long> shape) {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }
}
