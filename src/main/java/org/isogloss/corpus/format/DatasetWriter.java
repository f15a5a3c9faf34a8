package org.isogloss.corpus.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.isogloss.base.BadInputException;

/**
 * Writes data sets in a format, so that reading gives back what was written.
 *
 * @param id the format's id
 * @param content writes a data set to a file or folder that is not there yet
 */
public record DatasetWriter(String id, BiConsumer<Path, Dataset> content) {

    /** The formats that can be written; a new one is one line here. */
    public static List<DatasetWriter> all() {
        return List.of(
                new DatasetWriter(
                        "parallel-jsonl",
                        (path, dataset) ->
                                ParallelJsonLines.write(path, dataset.itemsToTrainOn().items())),
                new DatasetWriter(
                        "beir", (path, dataset) -> Beir.write(path, dataset.collectionToScoreOn())),
                new DatasetWriter(
                        "trec",
                        (path, dataset) -> Trec.write(path, dataset.collectionToScoreOn())));
    }

    /**
     * Writes a data set.
     *
     * @throws BadInputException if something stands there already, or the format cannot hold it
     */
    public void write(Path path, Dataset dataset) {
        if (Files.exists(path)) {
            throw BadInputException.in(path, "exists already; choose another place");
        }
        content.accept(path, dataset);
    }
}
