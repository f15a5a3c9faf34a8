package org.isogloss.corpus.pool;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.isogloss.base.BadInputException;
import org.isogloss.base.MappedFile;
import org.isogloss.corpus.Passage;

/** One file's passages, read from its index. Positions count from 0; line = position + 1. */
final class IndexedFile {
    private static final int LENGTHS = 3 * Integer.BYTES;

    private final PassageFile source;
    private final int size;
    private final MappedFile passages;
    private final MappedFile offsets;

    IndexedFile(IndexFolder folder, PassageFile source, int size) {
        this.source = source;
        this.size = size;
        offsets = new MappedFile(folder.offsets());
        passages = new MappedFile(folder.passages());
        if (offsets.size() != (size + 1L) * Long.BYTES || passages.size() != offset(size)) {
            throw BadInputException.in(
                    folder.path(), "is damaged; delete it, and it is made again from its source");
        }
    }

    PassageFile source() {
        return source;
    }

    int size() {
        return size;
    }

    byte[] id(int position) {
        long at = offset(position);
        int length = lengths(at).getInt(0);
        return passages.bytes(at + LENGTHS, length);
    }

    String idText(int position) {
        return new String(id(position), StandardCharsets.UTF_8);
    }

    Passage passage(int position) {
        long at = offset(position);
        byte[] record = passages.bytes(at, Math.toIntExact(offset(position + 1) - at));
        ByteBuffer lengths = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        int id = lengths.getInt();
        int text = lengths.getInt();
        int context = lengths.getInt();
        return new Passage(
                text(record, LENGTHS, id),
                source.lang(),
                text(record, LENGTHS + id, text),
                text(record, LENGTHS + id + text, context));
    }

    /** Compares two passages' ids by their bytes without sign. */
    static int compareIds(IndexedFile a, int first, IndexedFile b, int second) {
        return Arrays.compareUnsigned(a.id(first), b.id(second));
    }

    private ByteBuffer lengths(long at) {
        return ByteBuffer.wrap(passages.bytes(at, LENGTHS)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private long offset(int position) {
        return offsets.longAt((long) position * Long.BYTES);
    }

    private static String text(byte[] record, int from, int length) {
        return new String(record, from, length, StandardCharsets.UTF_8);
    }
}
