package org.isogloss.corpus.pool;

import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Fingerprint;
import org.isogloss.base.Progress;
import org.isogloss.corpus.LanguageRun;
import org.isogloss.corpus.Passage;
import org.isogloss.corpus.PassagePool;

/**
 * The passages of some files as one list, each read from disk when asked for; nothing of them stays
 * on the heap.
 *
 * <p>Each file's index lies in a cache folder under the file's fingerprint, so it is made once,
 * made again when the file changes, and shared by all pools with that file. Making it can be
 * stopped at any time; files already done are not read again. Safe from several threads.
 */
public final class IndexedPassages extends AbstractList<Passage> implements PassagePool {
    private final List<IndexedFile> files;
    private final List<SortedIds> ids;
    private final int[] starts;
    private final int size;
    private final List<LanguageRun> runs;
    private final String fingerprint;

    /**
     * Opens the passages of files, in their order; makes the indexes that are missing.
     *
     * @param cache the folder of indexes, made where needed; an index takes about the space of the
     *     uncompressed text
     * @throws BadInputException naming file, line and remedy if a line is no passage, or naming
     *     both lines if two passages have one id
     * @throws java.util.concurrent.CancellationException if asked to stop
     */
    public static IndexedPassages open(
            List<PassageFile> sources, Path cache, Progress progress, Cancellation cancellation) {
        Work work = new Work(sources, progress);
        List<IndexedFile> files = new ArrayList<>();
        List<SortedIds> ids = new ArrayList<>();
        List<String> prints = new ArrayList<>();
        for (PassageFile source : sources) {
            cancellation.check();
            String outside = Fingerprint.outside(source.path());
            String sha256 = Fingerprint.of(source.path());
            IndexFolder folder = IndexFolder.of(cache, source, sha256);
            if (!folder.complete()) {
                LongConsumer written = text -> work.written(source, text);
                new FileIndexer(source, written, cancellation).index(folder, sha256, outside);
            }
            IndexedFile file = new IndexedFile(folder, source, folder.summary().passages());
            files.add(file);
            ids.add(new SortedIds(folder, file));
            prints.add(source.shape().id() + " " + source.lang() + " " + sha256);
            work.finished(source);
        }
        SortedIds.distinct(ids, cancellation);
        return new IndexedPassages(files, ids, Fingerprint.ofText(String.join("\n", prints)));
    }

    private IndexedPassages(List<IndexedFile> files, List<SortedIds> ids, String fingerprint) {
        this.files = List.copyOf(files);
        this.ids = List.copyOf(ids);
        this.fingerprint = fingerprint;
        starts = new int[files.size()];
        int start = 0;
        List<LanguageRun> found = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = start;
            LanguageRun run =
                    new LanguageRun(
                            files.get(i).source().lang(),
                            start,
                            Math.addExact(start, files.get(i).size()));
            LanguageRun before = found.isEmpty() ? null : found.get(found.size() - 1);
            if (before != null && before.lang().equals(run.lang())) {
                found.set(found.size() - 1, new LanguageRun(run.lang(), before.from(), run.to()));
            } else {
                found.add(run);
            }
            start = run.to();
        }
        size = start;
        runs = List.copyOf(found);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Passage get(int position) {
        int file = file(position);
        return files.get(file).passage(position - starts[file]);
    }

    @Override
    public List<LanguageRun> runs() {
        return runs;
    }

    @Override
    public OptionalInt position(String id) {
        for (int i = 0; i < starts.length; i++) {
            OptionalInt found = ids.get(i).position(id);
            if (found.isPresent()) {
                return OptionalInt.of(starts[i] + found.getAsInt());
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public int compareIds(int first, int second) {
        int a = file(first);
        int b = file(second);
        return IndexedFile.compareIds(
                files.get(a), first - starts[a], files.get(b), second - starts[b]);
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    private int file(int position) {
        if (position < 0 || position >= size) {
            throw new IndexOutOfBoundsException(position + " of " + size);
        }
        int found = Arrays.binarySearch(starts, position);
        return found < 0 ? -found - 2 : found;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d passages of %d files", size, files.size());
    }

    /** How far the reading has come, in bytes of the files. */
    private static final class Work {
        private final Progress progress;
        private final long total;
        private long done;

        Work(List<PassageFile> sources, Progress progress) {
            this.progress = progress;
            total = sources.stream().mapToLong(PassageFile::bytes).sum();
        }

        /** A guess; what a file was really read to is told when it is done. */
        void written(PassageFile source, long text) {
            progress.at(
                    "indexing passages",
                    done + Math.min(source.bytes(), text / source.textOfBytes()),
                    total);
        }

        void finished(PassageFile source) {
            done += source.bytes();
            progress.at("indexing passages", done, total);
        }
    }
}
