package org.isogloss.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.isogloss.base.AtomicFile;
import org.isogloss.base.BadInputException;

/**
 * The vectors of N texts: float32 [N, E], row-major.
 *
 * <p>The values are not copied, for they may be gigabytes; whoever holds them leaves them alone.
 *
 * @param count N
 * @param dimension E
 * @param values text i's vector from i * E on
 */
@SuppressWarnings("ArrayRecordComponent") // equality and text are those of the content, below
public record Vectors(int count, int dimension, float[] values) {
    private static final int PIECE = 1 << 16;

    public Vectors {
        if ((long) count * dimension != values.length) {
            throw new IllegalArgumentException(
                    values.length + " values are not " + count + " times " + dimension);
        }
    }

    /** A copy of one vector. */
    public float[] row(int i) {
        return Arrays.copyOfRange(values, i * dimension, (i + 1) * dimension);
    }

    /** Writes a NumPy array file, version 1.0, which {@code numpy.load} reads. */
    public void writeNpy(Path file) {
        AtomicFile.write(
                file,
                out -> {
                    out.write(new NpyHeader(count, dimension).bytes());
                    byte[] bytes = new byte[PIECE * Float.BYTES];
                    for (int from = 0; from < values.length; from += PIECE) {
                        int part = Math.min(PIECE, values.length - from);
                        floats(bytes).put(values, from, part);
                        out.write(bytes, 0, part * Float.BYTES);
                    }
                });
    }

    /**
     * Reads a NumPy array file of version 1.0, of type {@code <f4}, with two dimensions.
     *
     * @throws BadInputException if the file is absent, of another kind, or cut short
     */
    public static Vectors readNpy(Path file) {
        if (!Files.isRegularFile(file)) {
            throw BadInputException.in(file, "there is no such file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            NpyHeader header = NpyHeader.read(file, in);
            long expected = Math.multiplyExact(header.values(), Float.BYTES);
            long found = Files.size(file) - NpyHeader.MAGIC_BYTES;
            if (header.values() > Integer.MAX_VALUE - 8 || expected > found) {
                throw BadInputException.in(
                        file,
                        "announces " + expected + " bytes of values, but holds only " + found);
            }
            return values(file, in, header);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Vectors values(Path file, InputStream in, NpyHeader header) throws IOException {
        float[] values = new float[(int) header.values()];
        byte[] bytes = new byte[PIECE * Float.BYTES];
        for (int from = 0; from < values.length; from += PIECE) {
            int part = Math.min(PIECE, values.length - from);
            if (in.readNBytes(bytes, 0, part * Float.BYTES) < part * Float.BYTES) {
                throw BadInputException.in(
                        file,
                        "ends before its " + header.values() * Float.BYTES + " bytes of values");
            }
            floats(bytes).get(values, from, part);
        }
        if (in.read() >= 0) {
            throw BadInputException.in(
                    file,
                    "goes on after its " + header.values() * Float.BYTES + " bytes of values");
        }
        return new Vectors(header.count(), header.dimension(), values);
    }

    private static FloatBuffer floats(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vectors that
                && count == that.count
                && dimension == that.dimension
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * count + dimension) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Vectors[" + count + ", " + dimension + "]";
    }
}
