package org.isogloss.corpus.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.isogloss.base.BadInputException;
import org.isogloss.base.OpenedPath;

/** The list of known data set formats; a new format is one line here. */
public final class DatasetFormats {
    private static final List<DatasetFormat> ALL =
            List.of(
                    new LaReqa(),
                    new SquadJson(),
                    new ParallelJsonLines(),
                    new Belebele(),
                    new Miracl(),
                    new MrTydi(),
                    new MMarco(),
                    new MtebHub(),
                    new Beir(),
                    new Trec(),
                    new Tevatron(),
                    new FlagEmbedding(),
                    new SentenceTransformers(),
                    new Columns());

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
        return read(path, ReadOptions.NONE);
    }

    /**
     * Reads a data set in the format asked for, or in the one that fits it best.
     *
     * @throws BadInputException if there is nothing there, no format fits, or its content is wrong
     */
    public static Dataset read(Path path, ReadOptions options) {
        return read(path, options, PoolPlace.NONE);
    }

    /**
     * Reads a data set, a corpus too large for memory as an index on disk.
     *
     * @throws BadInputException if there is nothing there, no format fits, or its content is wrong
     * @throws java.util.concurrent.CancellationException if asked to stop
     */
    public static Dataset read(Path path, ReadOptions options, PoolPlace place) {
        if (!Files.exists(path)) {
            throw BadInputException.in(path, "there is no such file or folder");
        }
        try (OpenedPath tree = new OpenedPath(path, place.progress(), place.stop())) {
            Path root = tree.root();
            return format(root, options).read(root, options, place);
        }
    }

    /** Of formats that fit equally well, the first in the list. */
    private static DatasetFormat format(Path path, ReadOptions options) {
        if (options.format().isPresent()) {
            return named(options.format().get());
        }
        DatasetFormat best = null;
        int fit = 0;
        for (DatasetFormat format : ALL) {
            int next = format.probe(path);
            if (next > fit) {
                best = format;
                fit = next;
            }
        }
        if (best == null) {
            throw unknown(path);
        }
        return best;
    }

    private static BadInputException unknown(Path path) {
        return BadInputException.in(path, "is in no known data set format; known are " + known());
    }

    private static DatasetFormat named(String id) {
        return ALL.stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "there is no format '%s'; known are %s"
                                                .formatted(id, known())));
    }

    private static String known() {
        return ALL.stream()
                .map(format -> format.id() + " (" + format.description() + ")")
                .collect(Collectors.joining("; "));
    }
}
