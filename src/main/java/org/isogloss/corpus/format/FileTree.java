package org.isogloss.corpus.format;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;

/**
 * The files under a folder by their relative, slash-separated names; hidden ones do not count.
 *
 * @param root the folder
 * @param files its files in the order of their names
 */
record FileTree(Path root, SortedMap<String, Path> files) {
    /** No known layout is deeper. */
    private static final int DEPTH = 6;

    /** No known layout has more; a home folder has. */
    private static final int MOST = 20_000;

    /** A file whose name a pattern fits. */
    record Match(Path file, Matcher name) {
        /** What the pattern's named group holds. */
        String group(String group) {
            return name.group(group);
        }
    }

    /**
     * Lists a folder; a path that is none has no files.
     *
     * @throws BadInputException if it has so many files that it is not one data set
     */
    static FileTree of(Path folder) {
        SortedMap<String, Path> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return new FileTree(folder, files);
        }
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            all.filter(Files::isRegularFile)
                    .limit(MOST + 1L)
                    .forEach(
                            file ->
                                    files.put(
                                            folder.relativize(file)
                                                    .toString()
                                                    .replace(File.separatorChar, '/'),
                                            file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
        }
        if (files.size() > MOST) {
            throw BadInputException.in(
                    folder,
                    "has more than %,d files; name the data set's own folder".formatted(MOST));
        }
        files.keySet().removeIf(name -> name.startsWith(".") || name.contains("/."));
        return new FileTree(folder, files);
    }

    /** The files whose whole relative name fits a pattern. */
    List<Match> matching(Pattern pattern) {
        List<Match> matches = new ArrayList<>();
        files.forEach(
                (name, file) -> {
                    Matcher matcher = pattern.matcher(name);
                    if (matcher.matches()) {
                        matches.add(new Match(file, matcher));
                    }
                });
        return matches;
    }
}
