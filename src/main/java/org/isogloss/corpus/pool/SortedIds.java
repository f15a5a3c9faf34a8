package org.isogloss.corpus.pool;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.MappedFile;
import org.isogloss.base.OpenedPath;

/** The sorted {@link IdEntry}s of a file: finds a passage by its id without holding any id. */
final class SortedIds {
    private static final int CHECK_EVERY = 1 << 20;

    private final IndexedFile file;
    private final MappedFile entries;

    SortedIds(IndexFolder folder, IndexedFile file) {
        this.file = file;
        entries = new MappedFile(folder.ids());
        if (entries.size() != (long) file.size() * Long.BYTES) {
            throw BadInputException.in(
                    folder.path(), "is damaged; delete it, and it is made again from its source");
        }
    }

    /** Where an id stands in its file. */
    OptionalInt position(String id) {
        byte[] sought = id.getBytes(StandardCharsets.UTF_8);
        long first = IdEntry.first(sought);
        int low = 0;
        int high = file.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entry(middle) < first) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < file.size() && IdEntry.sameHash(entry(i), first); i++) {
            int position = IdEntry.position(entry(i));
            if (Arrays.equals(file.id(position), sought)) {
                return OptionalInt.of(position);
            }
        }
        return OptionalInt.empty();
    }

    private long entry(int i) {
        return entries.longAt((long) i * Long.BYTES);
    }

    /** Where a merge stands in one file. */
    private static final class Cursor {
        private final SortedIds ids;
        private final int order;
        private int next;
        private long entry;

        Cursor(SortedIds ids, int order) {
            this.ids = ids;
            this.order = order;
            entry = ids.entry(0);
        }

        boolean advance() {
            next++;
            if (next == ids.file.size()) {
                return false;
            }
            entry = ids.entry(next);
            return true;
        }

        int position() {
            return IdEntry.position(entry);
        }
    }

    /** A passage seen in a merge. */
    private record Seen(IndexedFile file, long entry) {
        int position() {
            return IdEntry.position(entry);
        }
    }

    /**
     * Merges the sorted entries of files, each without doubles, to find an id that two of them
     * have.
     *
     * @throws BadInputException naming both files and lines
     */
    static void distinct(List<SortedIds> files, Cancellation cancellation) {
        if (files.size() < 2) {
            return;
        }
        PriorityQueue<Cursor> queue =
                new PriorityQueue<>(
                        (a, b) -> {
                            int byHash = IdEntry.compareHashes(a.entry, b.entry);
                            return byHash != 0 ? byHash : Integer.compare(a.order, b.order);
                        });
        for (int i = 0; i < files.size(); i++) {
            queue.add(new Cursor(files.get(i), i));
        }
        List<Seen> same = new ArrayList<>();
        for (long merged = 0; !queue.isEmpty(); merged++) {
            if (merged % CHECK_EVERY == 0) {
                cancellation.check();
            }
            Cursor least = queue.remove();
            if (!same.isEmpty() && !IdEntry.sameHash(same.get(0).entry(), least.entry)) {
                same.clear();
            }
            for (Seen earlier : same) {
                refuseSame(earlier, least);
            }
            same.add(new Seen(least.ids.file, least.entry));
            if (least.advance()) {
                queue.add(least);
            }
        }
    }

    private static void refuseSame(Seen earlier, Cursor later) {
        if (IndexedFile.compareIds(
                        earlier.file(), earlier.position(), later.ids.file, later.position())
                == 0) {
            throw BadInputException.at(
                    later.ids.file.source().path(),
                    later.position() + 1L,
                    "id '%s' already stands in %s:%d; ids must differ"
                            .formatted(
                                    later.ids.file.idText(later.position()),
                                    OpenedPath.shown(earlier.file().source().path()),
                                    earlier.position() + 1));
        }
    }
}
