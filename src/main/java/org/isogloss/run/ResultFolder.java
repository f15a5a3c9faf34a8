package org.isogloss.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.JsonFile;

/**
 * What a model scored on one test collection, as files: the ranking, a row per score, and their
 * summary.
 *
 * @param path the folder, named after the collection
 */
public record ResultFolder(Path path) {
    /** The top of every question's ranking of the multilingual pool, six TREC columns. */
    public Path ranking() {
        return path.resolve("ranking.trec");
    }

    /** One row per question, answer language and metric. */
    public Path scores() {
        return path.resolve("scores.csv");
    }

    /** The vectors of a pool larger than memory: NumPy arrays and their manifest. */
    public Path vectors() {
        return path.resolve("vectors");
    }

    /** The summary's file; written last, so that its presence means the results are complete. */
    public Path summary() {
        return path.resolve("summary.json");
    }

    /** The summary, if the evaluation has finished. */
    public Optional<Evaluation> evaluation() {
        return Files.exists(summary())
                ? Optional.of(JsonFile.read(summary(), Evaluation.class))
                : Optional.empty();
    }
}
