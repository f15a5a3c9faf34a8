package org.isogloss.corpus.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.isogloss.base.BadInputException;

/**
 * A table in several Parquet files, as the Hugging Face hub keeps one: {@code
 * data/train-00000-of-00002.parquet}, with or without the folder, or {@code train/0000.parquet} as
 * its conversions are called.
 */
final class Shards {
    /** How a file's number and a hash may follow its split: {@code test-00000-of-00001-1a2b…}. */
    static final String NUMBER = "-[0-9]{5}-of-[0-9]{5}(-[0-9a-f]{16})?";

    private static final Pattern NAME =
            Pattern.compile(
                    "(data/)?(?<split>[^/]+?)"
                            + NUMBER
                            + "\\.parquet|(?<folder>[^/]+)/[0-9]{4}\\.parquet");

    private Shards() {}

    /**
     * A file itself, or the files of a folder's split.
     *
     * @throws BadInputException if a folder has none of such names, or not this split
     */
    static List<Path> of(Path path, ReadOptions options) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        SortedMap<String, List<Path>> splits = splits(path);
        if (splits.isEmpty()) {
            throw BadInputException.in(
                    path,
                    "is a folder without data/train-00000-of-00001.parquet or the like; name a"
                            + " file");
        }
        return splits.get(options.split(path, splits.keySet(), "train"));
    }

    /** A file itself, or the first of a folder, to glance at; none if it has none. */
    static Optional<Path> first(Path path) {
        return Files.isDirectory(path)
                ? splits(path).values().stream().flatMap(List::stream).findFirst()
                : Optional.of(path);
    }

    private static SortedMap<String, List<Path>> splits(Path folder) {
        SortedMap<String, List<Path>> splits = new TreeMap<>();
        for (FileTree.Match match : FileTree.of(folder).matching(NAME)) {
            String split =
                    match.group("split") == null ? match.group("folder") : match.group("split");
            splits.computeIfAbsent(split, each -> new ArrayList<>()).add(match.file());
        }
        return splits;
    }
}
