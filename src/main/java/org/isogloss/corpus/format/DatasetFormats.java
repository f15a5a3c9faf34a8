package org.isogloss.corpus.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.base.OpenedPath;

/** The list of known data set formats; a new format is one line here. */
public final class DatasetFormats {
    private static final List<DatasetFormat> ALL = List.of(new LaReqa(), new ParallelJsonLines());

    private DatasetFormats() {}

    /** Every known format. */
    public static List<DatasetFormat> all() {
        return ALL;
    }

    /**
     * Reads a data set in the format that fits it best; a {@code .zip} is read in place.
     *
     * @throws BadInputException if there is nothing there, no format fits, or its content is wrong
     */
    public static Dataset read(Path path) {
        if (!Files.exists(path)) {
            throw BadInputException.in(path, "there is no such file or folder");
        }
        try (OpenedPath tree = new OpenedPath(path)) {
            return readTree(tree.root());
        }
    }

    private static Dataset readTree(Path path) {
        DatasetFormat best =
                ALL.stream()
                        .max(Comparator.comparingInt(format -> format.probe(path)))
                        .filter(format -> format.probe(path) > 0)
                        .orElseThrow(() -> unknown(path));
        return best.read(path);
    }

    private static BadInputException unknown(Path path) {
        String known =
                ALL.stream()
                        .map(format -> format.id() + " (" + format.description() + ")")
                        .collect(Collectors.joining("; "));
        return BadInputException.in(path, "is in no known data set format; known are " + known);
    }
}
