package org.isogloss.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Moves float32 values between Java and native arrays in pieces, since a buffer ends at 2 GiB. */
final class FloatArrays {
    private static final int PIECE = 1 << 18; // elements: 1 MiB

    private FloatArrays() {}

    /** Sets a range of an array's elements in row-major order to values. */
    static void fill(NDArray array, long at, long size, NamedTensor.Values values) {
        // One for all pieces: direct memory comes back no sooner than its buffer is collected.
        ByteBuffer direct =
                ByteBuffer.allocateDirect((int) Math.min(PIECE, size) * Float.BYTES)
                        .order(ByteOrder.nativeOrder());
        try (NDArray flat = array.reshape(-1)) {
            for (long from = 0; from < size; from += PIECE) {
                int count = (int) Math.min(PIECE, size - from);
                ByteBuffer bytes =
                        direct.slice(0, count * Float.BYTES).order(ByteOrder.nativeOrder());
                values.read(from, bytes.asFloatBuffer());
                try (NDManager scope = array.getManager().newSubManager()) {
                    NDArray piece = scope.create(bytes, new Shape(count), DataType.FLOAT32);
                    flat.set(range(at + from, count), piece);
                }
            }
        }
    }

    /** Fills a buffer with an array's elements in row-major order from the one given on. */
    static void read(NDArray array, long from, FloatBuffer into) {
        try (NDManager scope = array.getManager().newSubManager();
                NDArray flat = array.reshape(-1)) {
            NDArray piece = flat.get(scope, range(from, into.remaining()));
            into.put(piece.toByteBuffer(false).asFloatBuffer());
        }
    }

    private static NDIndex range(long from, int count) {
        return new NDIndex().addSliceDim(from, from + count);
    }
}
