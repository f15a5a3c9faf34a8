package org.isogloss.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isogloss.base.BadInputException;
import org.isogloss.base.JsonFile;
import org.isogloss.experiment.Study;
import org.isogloss.run.RunFolder;
import org.isogloss.run.RunShelf;
import org.isogloss.ui.words.Words;
import tools.jackson.databind.JsonNode;

/**
 * Which place takes what is dropped on the window: a study file Design, a run Runs, a study's runs
 * Results, and all else Data, which says what it cannot read and why.
 *
 * @param shelf the runs the window knows
 */
record Drops(RunShelf shelf) {
    private static final Words WORDS = Words.of(Drops.class);
    // a study is a page or two; a larger file of JSON is data
    private static final long LARGEST_STUDY = 1 << 20;

    /**
     * Sorts what was dropped; reads small files to know a study from data.
     *
     * @throws BadInputException if a run stands where the window does not look for runs
     */
    Map<Place, List<Path>> sorted(List<Path> dropped) {
        Map<Place, List<Path>> sorted = new EnumMap<>(Place.class);
        for (Path path : dropped) {
            sorted.computeIfAbsent(place(path), place -> new ArrayList<>()).add(path);
        }
        return sorted;
    }

    private Place place(Path path) {
        if (Files.isRegularFile(path)) {
            return isStudy(path) ? Place.DESIGN : Place.DATA;
        }
        if (RunFolder.isOne(path)) {
            onShelf(path, path.toAbsolutePath().normalize().getParent());
            return Place.RUNS;
        }
        if (holdsRuns(path)) {
            onShelf(path, path.toAbsolutePath().normalize());
            return Place.RESULTS;
        }
        return Place.DATA;
    }

    private void onShelf(Path dropped, Path study) {
        Path runs = shelf.path().toAbsolutePath().normalize();
        if (!runs.equals(study.getParent())) {
            throw new BadInputException(WORDS.text("drops.runsElsewhere", dropped, runs));
        }
    }

    private static boolean isStudy(Path file) {
        String name = file.getFileName().toString();
        String extension = name.substring(name.lastIndexOf('.') + 1);
        if (!Study.FILE_EXTENSIONS.contains(extension)) {
            return false;
        }
        return !extension.equals("json") || saysItIsAStudy(file);
    }

    /** A file that is no JSON is left to the place Data, which says where it goes wrong. */
    private static boolean saysItIsAStudy(Path file) {
        try {
            if (Files.size(file) > LARGEST_STUDY) {
                return false;
            }
            JsonNode tree = JsonFile.tree(file);
            return tree.has("strategies") || tree.has("backbones");
        } catch (BadInputException noJson) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsRuns(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.anyMatch(RunFolder::isOne);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
