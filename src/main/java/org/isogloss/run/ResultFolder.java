package org.isogloss.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isogloss.analysis.Evaluation;
import org.isogloss.base.JsonFile;
import org.isogloss.retrieval.HitLanguages;
import org.isogloss.retrieval.RankFile;
import org.isogloss.retrieval.Rankings;
import org.isogloss.retrieval.TrecRun;

/**
 * What a model scored on one test collection, as files: the ranking, the ranks of what is relevant,
 * a row per score, and their summary.
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

    /** One row per question and relevant passage, with its exact ranks. */
    public Path ranks() {
        return path.resolve("ranks.csv");
    }

    /** The language of every passage the ranking names. */
    public Path languages() {
        return path.resolve("languages.csv");
    }

    /** The measures of language bias with their intervals and definitions. */
    public Path bias() {
        return path.resolve("bias.json");
    }

    /** LAReQA's limit tests: mAP of answers in one language, with and without the others. */
    public Path limits() {
        return path.resolve("limits.json");
    }

    /** How much of the vectors their language explains, and scores without that. */
    public Path geometry() {
        return path.resolve("geometry.json");
    }

    /** Where a sample of the texts lies on the vectors' two principal axes. */
    public Path map() {
        return path.resolve("map.csv");
    }

    /** What a measurement of erasures said that the window started. */
    public Path erasureLog() {
        return path.resolve("erasure.log");
    }

    /** The geometry; empty in results older than it, and of pools larger than memory. */
    public Optional<GeometryReport> geometryReport() {
        return Files.exists(geometry())
                ? Optional.of(JsonFile.read(geometry(), GeometryReport.class))
                : Optional.empty();
    }

    /** What the search found, as {@link #save} wrote it; empty in results older than ranks.csv. */
    public Optional<Rankings> rankings() {
        return Files.exists(ranks())
                ? Optional.of(HitLanguages.join(RankFile.read(ranks()), languages(), ranking()))
                : Optional.empty();
    }

    /** Writes what the search found: all that bias measures are computed from. */
    void save(Rankings rankings) {
        TrecRun.write(ranking(), rankings.questions(), "isogloss");
        HitLanguages.write(languages(), rankings);
        RankFile.write(ranks(), rankings);
    }

    /** The vectors of a pool larger than memory: NumPy arrays and their manifest. */
    public Path vectors() {
        return path.resolve("vectors");
    }

    /** The vectors of a collection's texts, kept when its questions were first asked one by one. */
    public Path textVectors() {
        return path.resolve("text-vectors");
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
