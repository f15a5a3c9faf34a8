package org.isogloss.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of any size mapped into memory for reading: little-endian, safe from several threads,
 * nothing of it on the heap.
 *
 * <p>Java 17 cannot unmap: the address space goes back once nobody holds this, and until then
 * Windows does not let the file be deleted. A thread's interruption does it no harm, as it would a
 * channel. The file must not be cut short while it is mapped.
 */
public final class MappedFile {
    private static final int SEGMENT_BITS = 30; // a buffer ends below 2 GiB
    private static final long SEGMENT = 1L << SEGMENT_BITS;

    private final Path file;
    private final long size;
    private final ByteBuffer[] segments;

    /**
     * Maps a file.
     *
     * @throws BadInputException if there is no such file
     */
    public MappedFile(Path file) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw BadInputException.in(file, "there is no such file");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            size = channel.size();
            segments = new ByteBuffer[(int) ((size + SEGMENT - 1) >> SEGMENT_BITS)];
            for (int i = 0; i < segments.length; i++) {
                long from = i * SEGMENT;
                segments[i] =
                        channel.map(MapMode.READ_ONLY, from, Math.min(SEGMENT, size - from))
                                .order(ByteOrder.LITTLE_ENDIAN);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The file's bytes. */
    public long size() {
        return size;
    }

    /** The long in 8 bytes at a multiple of 8. */
    public long longAt(long at) {
        return segments[(int) (at >> SEGMENT_BITS)].getLong((int) (at & (SEGMENT - 1)));
    }

    /** A copy of some bytes. */
    public byte[] bytes(long at, int count) {
        byte[] bytes = new byte[count];
        int done = 0;
        while (done < count) {
            int within = (int) ((at + done) & (SEGMENT - 1));
            ByteBuffer segment = segments[(int) ((at + done) >> SEGMENT_BITS)];
            int part = Math.min(count - done, segment.capacity() - within);
            segment.get(within, bytes, done, part);
            done += part;
        }
        return bytes;
    }

    /**
     * A view of some bytes that lie within one gibibyte counted from the file's start.
     *
     * @throws IndexOutOfBoundsException if they do not
     */
    public ByteBuffer view(long at, int count) {
        return segments[(int) (at >> SEGMENT_BITS)]
                .slice((int) (at & (SEGMENT - 1)), count)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
