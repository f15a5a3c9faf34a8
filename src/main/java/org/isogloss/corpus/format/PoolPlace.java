package org.isogloss.corpus.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isogloss.base.BadInputException;
import org.isogloss.base.Cancellation;
import org.isogloss.base.Progress;
import org.isogloss.base.Setting;
import org.isogloss.corpus.PassagePool;
import org.isogloss.corpus.pool.IndexedPassages;
import org.isogloss.corpus.pool.PassageFile;

/**
 * Where a corpus that is too large for memory is indexed, and from what size on it is.
 *
 * <p>An index is taken whole or not at all: a passage without text, or an id that stands twice, is
 * refused, where a small corpus leaves such a line out and says so.
 *
 * @param folder of the indexes, each under its file's fingerprint, so that none is made twice; they
 *     take about the space of the uncompressed text
 * @param fromBytes the least text of a corpus that is indexed
 * @param progress told while an index is made
 * @param stop asked while an index is made; what is done is kept
 */
public record PoolPlace(Path folder, long fromBytes, Progress progress, Cancellation stop) {
    /** From what size on a corpus is indexed on disk. */
    public static final Setting FROM =
            new Setting(
                    "indexFrom",
                    "Index corpora from",
                    "MiB",
                    0,
                    1 << 20,
                    256,
                    "A corpus with at least so much text is indexed on disk and never held in"
                            + " memory; its vectors are kept on disk as well. Compressed files count"
                            + " three times their size.");

    /** Every corpus is held in memory. */
    public static final PoolPlace NONE =
            new PoolPlace(Path.of(""), Long.MAX_VALUE, Progress.NONE, Cancellation.NEVER);

    private static final int MEBI = 1 << 20;

    /** A place with the standard size. */
    public static PoolPlace in(Path folder, Progress progress, Cancellation stop) {
        return new PoolPlace(folder, (long) (FROM.standard() * MEBI), progress, stop);
    }

    /**
     * The same place for corpora from another size on.
     *
     * @throws BadInputException if the size lies outside the setting's range
     */
    public PoolPlace from(int mebibytes) {
        FROM.problem(mebibytes)
                .ifPresent(
                        problem -> {
                            throw new BadInputException(problem);
                        });
        return new PoolPlace(folder, (long) mebibytes * MEBI, progress, stop);
    }

    /**
     * The passages of files as a pool if they are many; their index is made where it is missing.
     *
     * @throws BadInputException if a line is no passage or an id stands twice
     * @throws java.util.concurrent.CancellationException if asked to stop
     */
    Optional<PassagePool> pool(List<PassageFile> files) {
        return files.stream().mapToLong(PassageFile::textBytes).sum() < fromBytes
                ? Optional.empty()
                : Optional.of(IndexedPassages.open(files, folder, progress, stop));
    }
}
