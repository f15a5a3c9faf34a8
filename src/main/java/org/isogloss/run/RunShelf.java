package org.isogloss.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that holds all studies and their runs.
 *
 * @param path usually called {@code runs}
 */
public record RunShelf(Path path) {

    /** Every run on the shelf, in the order of study and id. */
    public List<RunFolder> runs() {
        List<RunFolder> runs = new ArrayList<>();
        for (Path study : folders(path)) {
            runs.addAll(runs(study.getFileName().toString()));
        }
        return runs;
    }

    /** The runs of one study, in the order of their ids. */
    public List<RunFolder> runs(String study) {
        return folders(path.resolve(study)).stream()
                .filter(RunFolder::isOne)
                .map(RunFolder::new)
                .toList();
    }

    /** The names of the studies that have at least one run, in order. */
    public List<String> studies() {
        return folders(path).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(name -> !runs(name).isEmpty())
                .toList();
    }

    /** Where a study's own file stands. */
    public Path studyFile(String study) {
        return path.resolve(study).resolve("study.json");
    }

    /** In which order its runs are started, where somebody changed it. */
    public Path studyQueue(String study) {
        return path.resolve(study).resolve("queue.json");
    }

    /** What the process that works through a study wrote. */
    public Path studyLog(String study) {
        return path.resolve(study).resolve("process.log");
    }

    /** Held by the process that works through a study. */
    public Path studyLock(String study) {
        return path.resolve(study).resolve("study.lock");
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + parent, e);
        }
    }
}
