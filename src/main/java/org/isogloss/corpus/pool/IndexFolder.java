package org.isogloss.corpus.pool;

import java.nio.file.Files;
import java.nio.file.Path;
import org.isogloss.base.JsonFile;

/**
 * Where the index of one file lies. All numbers are little-endian:
 *
 * <ul>
 *   <li>{@code passages.bin}: one record a passage, three int32 with the bytes of id, text and
 *       context, then those in UTF-8
 *   <li>{@code offsets.bin}: int64, where each record begins, and where the last one ends
 *   <li>{@code ids.bin}: int64, the {@link IdEntry} of each passage in ascending order
 *   <li>{@code index.json}: what was read; written last
 * </ul>
 *
 * @param path the folder
 */
record IndexFolder(Path path) {
    /** Changes when the files above do. */
    private static final int VERSION = 1;

    /**
     * What an index was made from.
     *
     * @param source the file's name when it was read
     * @param sha256 its fingerprint
     * @param shape the id of what made passages of its lines
     * @param lang the passages' language
     * @param passages how many they are
     */
    record Summary(String source, String sha256, String shape, String lang, int passages) {}

    /** The place in a cache of a file's index; every other content has another. */
    static IndexFolder of(Path cache, PassageFile file, String sha256) {
        return new IndexFolder(
                cache.resolve(
                        "v"
                                + VERSION
                                + "-"
                                + file.shape().id()
                                + "-"
                                + file.lang()
                                + "-"
                                + sha256));
    }

    Path passages() {
        return path.resolve("passages.bin");
    }

    Path offsets() {
        return path.resolve("offsets.bin");
    }

    Path ids() {
        return path.resolve("ids.bin");
    }

    /** True if the index is whole. */
    boolean complete() {
        return Files.isRegularFile(summaryFile());
    }

    Summary summary() {
        return JsonFile.read(summaryFile(), Summary.class);
    }

    /** Declares the index whole. */
    void complete(Summary summary) {
        JsonFile.write(summaryFile(), summary);
    }

    private Path summaryFile() {
        return path.resolve("index.json");
    }
}
